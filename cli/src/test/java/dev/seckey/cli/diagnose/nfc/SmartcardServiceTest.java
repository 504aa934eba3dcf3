package dev.seckey.cli.diagnose.nfc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.cli.bench.BenchMachine;
import dev.seckey.cli.diagnose.Probed;
import dev.seckey.cli.diagnose.catalogue.NfcEntry;
import dev.seckey.cli.keys.Listing;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.transports.AccessAdvice;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Obstacle;
import dev.seckey.transports.Os;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmartcardServiceTest {
    private static final Listing NOTHING = new Listing(List.of(), List.of());

    @TempDir
    private Path root;

    private Probed look(BenchMachine machine, Listing listing) {
        return look(machine, Map.of(), listing);
    }

    private Probed look(BenchMachine machine, Map<String, String> environment, Listing listing) {
        return Probed.run(machine.machine().os(), new SmartcardService(machine.machine(), environment, () -> listing));
    }

    private static Listing blind(Obstacle obstacle) {
        return new Listing(List.of(), List.of(obstacle));
    }

    @Test
    void aStoppedServiceIsStartedAndIfNeedBeInstalledFirst() {
        Listing stopped = blind(new AccessAdvice(Os.LINUX).noSmartcardService());
        BenchMachine machine = new BenchMachine(root).file("/etc/os-release", "ID=debian\n");
        assertEquals(
                List.of("sudo apt install pcscd", "sudo systemctl enable --now pcscd.socket"),
                look(machine, stopped).found(NfcEntry.NO_SERVICE).commands(NfcEntry.NO_SERVICE));

        machine.file("/usr/sbin/pcscd", "");
        assertEquals(
                List.of("sudo systemctl enable --now pcscd.socket"),
                look(machine, stopped).found(NfcEntry.NO_SERVICE).commands(NfcEntry.NO_SERVICE));
    }

    @Test
    void redHatInstallsByItsOwnNames() {
        Listing missing = blind(new AccessAdvice(Os.LINUX).smartcardLibrary(new UnsatisfiedLinkError("libpcsclite")));
        BenchMachine machine = new BenchMachine(root).file("/etc/os-release", "NAME=Rocky\nID_LIKE=\"rhel fedora\"\n");
        assertEquals(
                List.of("sudo dnf install pcsc-lite"),
                look(machine, missing).found(NfcEntry.NO_LIBRARY).commands(NfcEntry.NO_LIBRARY));
    }

    @Test
    void windowsServiceIsLookedAtByItsName() {
        BenchMachine machine = new BenchMachine(root).with(Os.WINDOWS);
        assertEquals(
                List.of("sc query SCardSvr", "sc config SCardSvr start= demand"),
                look(machine, blind(new AccessAdvice(Os.WINDOWS).noSmartcardService()))
                        .found(NfcEntry.NO_SERVICE)
                        .commands(NfcEntry.NO_SERVICE));
    }

    @Test
    void aServiceThatRefusesUsIsTold() {
        look(new BenchMachine(root), blind(new AccessAdvice(Os.LINUX).smartcardDenied()))
                .found(NfcEntry.DENIED);
    }

    @Test
    void whatHidesUsbIsNoMatterOfReaders() {
        look(new BenchMachine(root).with(Os.WINDOWS), blind(new AccessAdvice(Os.WINDOWS).usbHidden()))
                .found(NfcEntry.NO_READER);
    }

    @Test
    void readersAreNamedEmptyOrNot() {
        Obstacle empty = new Obstacle(Reason.NO_KEY, "no card", "lay it");
        Listing two = new Listing(
                List.of(KeyRef.reader("A", Optional.empty()), KeyRef.reader("B", Optional.of(empty))), List.of());
        Probed probed = look(new BenchMachine(root), two).found(NfcEntry.READERS, NfcEntry.EMPTY);
        assertEquals("A, with something on it", probed.seen(NfcEntry.READERS));
        assertEquals("B", probed.seen(NfcEntry.EMPTY));
    }

    @Test
    void aReaderWithoutDriverIsSeenOnUsb() {
        BenchMachine machine = new BenchMachine(root)
                .file("/sys/bus/usb/devices/1-1:1.0/bInterfaceClass", "0b\n")
                .file("/etc/os-release", "ID=debian\n");
        assertEquals(
                List.of("sudo apt install libccid", "sudo systemctl restart pcscd"),
                look(machine, NOTHING)
                        .found(NfcEntry.NO_READER, NfcEntry.NO_DRIVER)
                        .commands(NfcEntry.NO_DRIVER));

        machine.file("/usr/lib/pcsc/drivers/ifd-ccid.bundle/Contents/Info.plist", "");
        assertEquals(
                List.of("sudo systemctl restart pcscd"),
                look(machine, NOTHING)
                        .found(NfcEntry.NO_READER, NfcEntry.NO_DRIVER)
                        .commands(NfcEntry.NO_DRIVER));
    }

    @Test
    void aReaderThatTheKernelHoldsIsTakenFromIt() {
        BenchMachine machine = new BenchMachine(root).file("/sys/bus/usb/drivers/pn533_usb/1-1:1.0/x", "");
        assertEquals(
                List.of(
                        "sudo modprobe --remove pn533_usb",
                        "echo 'blacklist pn533_usb' | sudo tee /etc/modprobe.d/pn533_usb.conf"),
                look(machine, NOTHING)
                        .found(NfcEntry.NO_READER, NfcEntry.KERNEL_DRIVER)
                        .commands(NfcEntry.KERNEL_DRIVER));
    }

    @Test
    void inARemoteDesktopTheReadersAreElsewhere() {
        look(new BenchMachine(root).with(Os.WINDOWS), Map.of("SESSIONNAME", "RDP-Tcp#3"), NOTHING)
                .found(NfcEntry.NO_READER, NfcEntry.REMOTE_DESKTOP);
    }

    @Test
    void programsThatHoldReadersAreNamedWithWhatEndsThem() {
        BenchMachine machine = new BenchMachine(root)
                .running(11, "scdaemon")
                .running(12, "gsd-smartcard")
                .running(13, "bash")
                .running(14, "java")
                .file("/proc/14/cmdline", "java\0-jar\0/opt/seckey/lib/cli-0.1.0.jar\0verify\0");

        Probed probed = Probed.run(new CardPrograms(machine.machine())).found(NfcEntry.HOLDERS);

        assertEquals(
                "scdaemon (process 11), gsd-smartcard (process 12), seckey (process 14)",
                probed.seen(NfcEntry.HOLDERS));
        assertEquals(
                List.of(
                        "gpgconf --kill scdaemon",
                        "systemctl --user stop org.gnome.SettingsDaemon.Smartcard.target",
                        "kill -INT 14"),
                probed.commands(NfcEntry.HOLDERS));
    }
}
