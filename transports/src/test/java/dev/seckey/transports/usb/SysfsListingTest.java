package dev.seckey.transports.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.transports.AccessAdvice;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Obstacle;
import dev.seckey.transports.Os;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tree like /sys, with devices as Linux 6.1 shows them. */
class SysfsListingTest {
    private static final String FIDO = "06d0f10901a1010920150026ff007508954081020921150026ff00750895409102c0";
    private static final String KEYBOARD = "05010906a101c0";

    @TempDir
    private Path root;

    private List<KeyRef> list(Predicate<Path> openable) {
        return new SysfsListing(root, new AccessAdvice(Os.LINUX), openable).list();
    }

    private List<KeyRef> list() {
        return list(node -> true);
    }

    private void usbKey(String name, String descriptor) throws IOException {
        Path usb = root.resolve("sys/devices/usb1/1-" + name);
        Path hid = hid(usb.resolve("1-1:1.0/0003:1050:0407." + name), name, descriptor);
        write(usb.resolve("idVendor"), "1050\n");
        write(usb.resolve("product"), "YubiKey OTP+FIDO+CCID\n");
        write(usb.resolve("manufacturer"), "Yubico\n");
        write(usb.resolve("serial"), "0012345678\n");
        write(hid.resolve("uevent"), """
                DRIVER=hid-generic
                HID_ID=0003:00001050:00000407
                HID_NAME=Yubico YubiKey OTP+FIDO+CCID
                HID_PHYS=usb-0000:00:14.0-1/input1
                HID_UNIQ=
                """);
    }

    private Path hid(Path hid, String name, String descriptor) throws IOException {
        Files.createDirectories(hid);
        Files.write(hid.resolve("report_descriptor"), Bytes.fromHex(descriptor).toArray());
        Path entry = Files.createDirectories(hid.resolve("hidraw").resolve(name));
        Files.createSymbolicLink(entry.resolve("device"), Path.of("../.."));
        Path listed = Files.createDirectories(root.resolve("sys/class/hidraw")).resolve(name);
        Files.createSymbolicLink(listed, entry);
        write(root.resolve("dev").resolve(name), "");
        return hid;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void aKeyIsDescribedByItsUsbDevice() throws IOException {
        usbKey("hidraw0", FIDO);

        assertEquals(
                List.of(new KeyRef(
                        Transport.USB,
                        "/dev/hidraw0",
                        "YubiKey OTP+FIDO+CCID",
                        "Yubico",
                        Optional.of("0012345678"),
                        OptionalInt.of(0x1050),
                        OptionalInt.of(0x0407),
                        Optional.empty())),
                list());
    }

    @Test
    void aKernelDeviceWithoutUsbIsDescribedByItself() throws IOException {
        Path hid = hid(root.resolve("sys/devices/virtual/misc/uhid/0003:1209:F1D1.0001"), "hidraw0", FIDO);
        write(hid.resolve("uevent"), """
                HID_ID=0003:00001209:0000F1D1
                HID_NAME=Software FIDO Key
                HID_UNIQ=SOFT0001
                """);

        KeyRef key = list().get(0);

        assertEquals("Software FIDO Key", key.product());
        assertEquals("", key.manufacturer());
        assertEquals(Optional.of("SOFT0001"), key.serial());
        assertEquals(OptionalInt.of(0xF1D1), key.productId());
    }

    @Test
    void otherHidDevicesAreNotListedAndKeysComeInNumericalOrder() throws IOException {
        usbKey("hidraw10", FIDO);
        usbKey("hidraw1", KEYBOARD);
        usbKey("hidraw2", FIDO);

        assertEquals(
                List.of("usb:/dev/hidraw2", "usb:/dev/hidraw10"),
                list().stream().map(KeyRef::selector).toList());
    }

    @Test
    void aNodeThatThisUserMayNotOpenIsListedWithAdvice() throws IOException {
        usbKey("hidraw0", FIDO);

        Obstacle obstacle = list(node -> false).get(0).obstacle().orElseThrow();

        assertEquals(Reason.ACCESS_DENIED, obstacle.reason());
        assertTrue(obstacle.todo().contains("udev"));
    }

    @Test
    void aNodeThatIsMissingAsInAContainerIsListedWithAdvice() throws IOException {
        usbKey("hidraw0", FIDO);
        Files.delete(root.resolve("dev/hidraw0"));

        Obstacle obstacle = list().get(0).obstacle().orElseThrow();

        assertTrue(obstacle.todo().contains("--device=/dev/hidraw0"), obstacle.todo());
    }

    @Test
    void aKeyPulledOutWhileWeLookIsLeftOut() throws IOException {
        usbKey("hidraw0", FIDO);
        usbKey("hidraw1", FIDO);
        Files.delete(root.resolve("sys/devices/usb1/1-hidraw0/1-1:1.0/0003:1050:0407.hidraw0/report_descriptor"));

        assertEquals(List.of("/dev/hidraw1"), list().stream().map(KeyRef::path).toList());
    }

    @Test
    void aNameInBrokenUtf8DoesNotHideAKey() throws IOException {
        usbKey("hidraw0", FIDO);
        Files.write(
                root.resolve("sys/devices/usb1/1-hidraw0/product"),
                Bytes.fromHex("4bff79").toArray());

        assertEquals("K\uFFFDy", list().get(0).product());
    }

    @Test
    void aKernelWithoutHidrawHasNoKeys() {
        assertEquals(List.of(), list());
    }
}
