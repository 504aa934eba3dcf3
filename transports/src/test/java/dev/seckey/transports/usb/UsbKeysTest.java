package dev.seckey.transports.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.fault.AccessFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.transports.AccessAdvice;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Obstacle;
import dev.seckey.transports.Os;
import dev.seckey.transports.real.Rigs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** hidapi only says that a device did not open; why is found out here. */
class UsbKeysTest {
    private static final String PATH = "/dev/hidraw99";

    private static KeyRef key(Optional<Obstacle> obstacle) {
        return new KeyRef(
                Transport.USB, PATH, "Key", "", Optional.empty(), OptionalInt.empty(), OptionalInt.empty(), obstacle);
    }

    private static AccessFault failure(Os os, boolean elevated, KeyRef... listed) {
        UsbKeys keys = new UsbKeys(os, () -> List.of(listed), () -> elevated, path -> Optional.empty());
        return assertThrows(AccessFault.class, () -> keys.open(PATH));
    }

    @Test
    void aPathWithoutAKeyIsNoKey() {
        assertEquals(Reason.NO_KEY, failure(Os.LINUX, true).reason());
    }

    @Test
    void aKeyWeMayNotOpenIsDenied() {
        KeyRef denied = key(Optional.of(new AccessAdvice(Os.LINUX).usbDenied(PATH)));

        assertEquals(Reason.ACCESS_DENIED, failure(Os.LINUX, true, denied).reason());
    }

    @Test
    void aKeyWeMayOpenAndCannotIsHeldByAnother() {
        assertEquals(
                Reason.HELD_BY_ANOTHER,
                failure(Os.LINUX, true, key(Optional.empty())).reason());
        assertEquals(
                Reason.HELD_BY_ANOTHER,
                failure(Os.WINDOWS, true, key(Optional.empty())).reason());
    }

    @Test
    void onMacOsItIsMostLikelyThePermission() {
        AccessFault fault = failure(Os.MAC, true, key(Optional.empty()));

        assertEquals(Reason.ACCESS_DENIED, fault.reason());
        assertTrue(fault.hint().orElseThrow().contains("Input Monitoring"));
    }

    @Test
    void whatWindowsHidesIsNotCalledRemoved() {
        assertEquals(Reason.ACCESS_DENIED, failure(Os.WINDOWS, false).reason());
    }

    @Test
    void anEmptyListOnWindowsMeansLittleWithoutElevation() {
        UsbKeys keys = new UsbKeys(Os.WINDOWS, List::of, () -> false, path -> Optional.empty());

        assertEquals(Reason.ACCESS_DENIED, keys.blindSpot().orElseThrow().reason());
    }

    @Test
    void aMissingNativeLibraryIsNamedAsThat() {
        List<String> command = new ArrayList<>(Rigs.java(NoNativeLibrary.class));
        command.addAll(1, List.of("-Djna.nounpack=true", "-Djna.nosys=true", "-Djna.boot.library.path=/nowhere"));

        Rigs.Result result = Rigs.run(command);

        assertEquals(
                List.of("usb NO_NATIVE_LIBRARY", "usb NO_NATIVE_LIBRARY", "nfc NO_NATIVE_LIBRARY"), result.lines());
    }
}
