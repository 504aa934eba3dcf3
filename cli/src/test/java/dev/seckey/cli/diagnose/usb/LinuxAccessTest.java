package dev.seckey.cli.diagnose.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.bench.BenchMachine;
import dev.seckey.cli.diagnose.Probed;
import dev.seckey.cli.diagnose.catalogue.UsbEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxAccessTest {
    private static final String YUBICO = "1050";

    @TempDir
    private Path root;

    private BenchMachine machine;

    @BeforeEach
    void switchOn() {
        machine = new BenchMachine(root);
    }

    private Probed look() {
        return look(Map.of());
    }

    private Probed look(Map<String, String> environment) {
        return Probed.run(new LinuxAccess(machine.machine(), environment));
    }

    @Test
    void aKeyThatMayBeOpenedIsWell() {
        machine.key("hidraw3", YUBICO, "Yubico YubiKey");
        assertEquals(
                "Yubico YubiKey at /dev/hidraw3", look().found(UsbEntry.OPENS).seen(UsbEntry.OPENS));
    }

    @Test
    void noKeyIsANote() {
        machine.file("/sys/class/hidraw/hidraw0/device/report_descriptor", "a mouse");
        look().found(UsbEntry.NO_DEVICE);
    }

    @Test
    void aKernelWithoutTheListCannotTell() {
        look().found(UsbEntry.NO_HIDRAW);
    }

    @Test
    void linuxInsideWindowsSeesNoUsb() {
        machine.file("/proc/version", "Linux version 5.15.153.1-microsoft-standard-WSL2");
        look().found(UsbEntry.WSL);
    }

    @Test
    void withoutARuleTheExactRuleForThisMakerIsGiven() {
        machine.closedKey("hidraw3", YUBICO, "Yubico YubiKey");

        Probed probed = look().found(UsbEntry.NO_RULE);

        assertEquals(
                List.of(
                        "echo 'KERNEL==\"hidraw*\", SUBSYSTEM==\"hidraw\", KERNELS==\"*:1050:*\", TAG+=\"uaccess\"' |"
                                + " sudo tee /etc/udev/rules.d/70-security-key.rules",
                        "sudo udevadm control --reload",
                        "sudo udevadm trigger --action=change --subsystem-match=hidraw"),
                probed.commands(UsbEntry.NO_RULE));
        assertTrue(probed.seen(UsbEntry.NO_RULE).startsWith("Yubico YubiKey at /dev/hidraw3: rights rw"));
    }

    @Test
    void aRuleForAnotherMakerIsNoRule() {
        machine.closedKey("hidraw3", YUBICO, "Yubico YubiKey")
                .file(
                        "/etc/udev/rules.d/70-u2f.rules",
                        "# KERNEL==\"hidraw*\", ATTRS{idVendor}==\"1050\"\n"
                                + "KERNEL==\"hidraw*\", ATTRS{idVendor}==\"349e\", TAG+=\"uaccess\"\n");
        look().found(UsbEntry.NO_RULE);
    }

    @Test
    void aRuleForThisMakerOrForAllKeysThatWasNotUsedIsTold() {
        machine.closedKey("hidraw3", YUBICO, "Yubico YubiKey")
                .file(
                        "/etc/udev/rules.d/70-u2f.rules",
                        "KERNEL==\"hidraw*\", ATTRS{idVendor}==\"1050\", TAG+=\"uaccess\"\n");
        look().found(UsbEntry.RULE_NOT_APPLIED);

        machine.remove("/etc/udev/rules.d/70-u2f.rules").rules();
        assertEquals(
                List.of(
                        "sudo udevadm control --reload",
                        "sudo udevadm trigger --action=change --subsystem-match=hidraw"),
                look().found(UsbEntry.RULE_NOT_APPLIED).commands(UsbEntry.RULE_NOT_APPLIED));
    }

    @Test
    void whoIsNotAtTheScreenIsToldSo() {
        machine.closedKey("hidraw3", YUBICO, "Yubico YubiKey").rules().handedOut("hidraw3");

        look(Map.of("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22")).found(UsbEntry.OVER_SSH);
        look().found(UsbEntry.NO_SEAT);
        look(Map.of("XDG_SEAT", "seat0")).found(UsbEntry.NOT_ALLOWED);
    }

    @Test
    void aGroupThatMayIsNamed() throws Exception {
        machine.closedKey("hidraw3", YUBICO, "Yubico YubiKey").rules();
        Path node = root.resolve("dev/hidraw3");
        Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rw-rw----"));
        String group = ownGroupOrDaemon(node);

        Probed probed = look().found(UsbEntry.NOT_ALLOWED);

        assertTrue(probed.seen(UsbEntry.NOT_ALLOWED).endsWith("it is for members of the group " + group));
        assertEquals(
                List.of("sudo usermod --append --groups " + group + " \"$USER\""),
                probed.commands(UsbEntry.NOT_ALLOWED));
    }

    /** The administrator's own group is none that a person is added to. */
    private static String ownGroupOrDaemon(Path node) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(node, PosixFileAttributeView.class);
        if (view.readAttributes().group().getName().equals("root")) {
            view.setGroup(node.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByGroupName("daemon"));
        }
        return view.readAttributes().group().getName();
    }

    @Test
    void inAContainerTheKeyMustBeHandedIn() {
        machine.key("hidraw3", YUBICO, "Yubico YubiKey").remove("/dev/hidraw3").file("/.dockerenv", "");
        assertEquals(
                List.of("docker run --device=/dev/hidraw3 IMAGE seckey diagnose"),
                look().found(UsbEntry.CONTAINER).commands(UsbEntry.CONTAINER));
    }

    @Test
    void aMissingFileOutsideOfAContainerIsTold() {
        machine.key("hidraw3", YUBICO, "Yubico YubiKey").remove("/dev/hidraw3");
        look().found(UsbEntry.NODE_MISSING);
    }

    @Test
    void sandboxesAreNamedWithWhatOpensThem() {
        machine.closedKey("hidraw3", YUBICO, "Yubico YubiKey").rules().handedOut("hidraw3");
        assertEquals(
                List.of("sudo snap connect seckey:u2f-devices"),
                look(Map.of("SNAP_NAME", "seckey")).found(UsbEntry.SNAP).commands(UsbEntry.SNAP));

        machine.file("/.flatpak-info", "[Application]");
        look().found(UsbEntry.FLATPAK);
    }

    @Test
    void whoHasTheKeyOpenIsNamed() {
        machine.key("hidraw3", YUBICO, "Yubico YubiKey")
                .running(4711, "firefox", "/dev/null", "/dev/hidraw3")
                .running(4712, "bash", "/dev/null");
        assertEquals(
                "Yubico YubiKey at /dev/hidraw3: open in firefox (process 4711)",
                look().found(UsbEntry.OPENS, UsbEntry.HELD).seen(UsbEntry.HELD));
    }

    @Test
    void severalKeysAreNamed() {
        machine.key("hidraw3", YUBICO, "A").key("hidraw4", "349e", "B");
        assertEquals(
                "2 keys: A at /dev/hidraw3, B at /dev/hidraw4",
                look().found(UsbEntry.OPENS, UsbEntry.OPENS, UsbEntry.SEVERAL).seen(UsbEntry.SEVERAL));
    }
}
