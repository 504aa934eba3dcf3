package dev.seckey.cli.diagnose.usb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.cli.bench.BenchMachine;
import dev.seckey.cli.diagnose.Probed;
import dev.seckey.cli.diagnose.catalogue.UsbEntry;
import dev.seckey.transports.Os;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Product numbers as Yubico lists them: 0405 has one-time passwords and smart card, 0407 everything. */
class YubiKeyInterfacesTest {
    private static final String SEEN =
            "a YubiKey (USB device 1050:0405) on which only one-time passwords and smart card is on";

    @TempDir
    private Path root;

    private Probed look(BenchMachine machine) {
        return Probed.run(machine.machine().os(), new YubiKeyInterfaces(machine.machine()));
    }

    @Test
    void linuxTellsItInItsFiles() {
        BenchMachine machine = new BenchMachine(root)
                .file("/sys/bus/usb/devices/1-1/idVendor", "1050\n")
                .file("/sys/bus/usb/devices/1-1/idProduct", "0405\n")
                .file("/sys/bus/usb/devices/1-2/idVendor", "1050\n")
                .file("/sys/bus/usb/devices/1-2/idProduct", "0407\n");

        Probed probed = look(machine).found(UsbEntry.FIDO_OFF);

        assertEquals(SEEN, probed.seen(UsbEntry.FIDO_OFF));
        assertEquals(
                List.of("seckey yubikey applications --enable-usb fido2,u2f", "ykman config usb --enable FIDO2"),
                probed.commands(UsbEntry.FIDO_OFF));
    }

    @Test
    void windowsTellsItByItsDeviceManager() {
        BenchMachine machine = new BenchMachine(root)
                .with(Os.WINDOWS)
                .program("pnputil /enum-devices /connected", "Instance ID: USB\\VID_1050&PID_0405\\5&1\r\n");
        assertEquals(SEEN, look(machine).found(UsbEntry.FIDO_OFF).seen(UsbEntry.FIDO_OFF));
    }

    @Test
    void macTellsItByItsRegistry() {
        BenchMachine machine = new BenchMachine(root)
                .with(Os.MAC)
                .program(
                        "ioreg -p IOUSB -w0 -l",
                        "+-o Mouse@1\n  \"idProduct\" = 1029\n  \"idVendor\" = 1133\n"
                                + "+-o YubiKey OTP+CCID@2\n  \"idProduct\" = 1029\n  \"idVendor\" = 4176\n");
        assertEquals(SEEN, look(machine).found(UsbEntry.FIDO_OFF).seen(UsbEntry.FIDO_OFF));
    }
}
