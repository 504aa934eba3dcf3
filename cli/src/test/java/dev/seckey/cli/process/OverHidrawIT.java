package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.transports.real.RealParts;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process is the key, others are the command, and between them are hidapi and a hidraw device of umockdev's. */
class OverHidrawIT {
    private static final String CLAIM = "claimed, not proved yet: SIMULATED security key, Level 2\n";
    private static final String TOUCH = "touch the key now: it is blinking\n";

    /** Takes the device's permissions away, and root's privilege to do without them. */
    private static final String AS_NOBODY = "chmod 0 \"$UMOCKDEV_DIR/dev/hidraw0\"; [ \"$(id -u)\" != 0 ] ||"
            + " set -- setpriv --bounding-set=-dac_override,-dac_read_search \"$@\"; exec \"$@\"";

    @TempDir
    private static Path folder;

    @BeforeAll
    static void realParts() {
        RealParts.require("umockdev");
    }

    @Test
    void theKeyIsListedAndDescribedAndAcceptable() {
        try (SimulatedKey plugged = SimulatedKey.overHidraw(folder, "--profile", "level2")) {
            Outcome list = plugged.seckey().run("list").ended(0).said("note: the smart card service does not run");
            assertEquals("usb:/dev/hidraw0  Test Maker Software FIDO Key  serial SOFT0001\n", list.out());

            plugged.seckey()
                    .run("info")
                    .ended(0)
                    .saidNothing()
                    .printed("key                      Software FIDO Key (usb:/dev/hidraw0)");
            plugged.seckey()
                    .run("verify", "--trust-simulated", "--key", "serial:SOFT0001")
                    .ended(0)
                    .printed("SIMULATED ACCEPTABLE: ")
                    .printed("transport    USB");
        }
    }

    @Test
    void aPinIsGivenToTheKeyThatInsistsOnIt() {
        try (SimulatedKey plugged = SimulatedKey.overHidraw(folder, "--profile", "pin-set-no-u2f")) {
            Outcome verify = plugged.seckey().typing("123456\n", "verify", "--trust-simulated", "--pin-stdin");

            assertEquals(
                    CLAIM + TOUCH,
                    verify.ended(0).printed("SIMULATED ACCEPTABLE: ").err());
        }
    }

    @Test
    void aTouchThatDoesNotComeIsWaitedForAsLongAsAllowed() {
        try (SimulatedKey plugged = SimulatedKey.overHidraw(folder, "--approve", "never")) {
            Outcome verify = plugged.seckey().run("verify", "--trust-simulated", "--timeout", "2");

            assertEquals(
                    CLAIM + TOUCH,
                    verify.ended(5).printed("nobody touched the key").err());
            plugged.seckey().run("info").ended(0);
        }
    }

    @Test
    void aKeyPulledOutWhileItWaitsForATouchIsAFailureOfTheTransport() {
        try (SimulatedKey plugged = SimulatedKey.overHidraw(folder, "--approve", "never");
                Running verify = plugged.seckey().start("verify", "--trust-simulated")) {
            verify.awaitErr(TOUCH);
            plugged.process().signal("KILL");

            verify.end()
                    .ended(6)
                    .printedNothing()
                    .said("seckey: the key was pulled out")
                    .said("hint: leave the key");
        }
    }

    /** Whom nothing lets open the key. */
    static Seckey asNobody(SimulatedKey plugged) {
        return new Seckey(command -> plugged.seckey()
                .placed(Stream.concat(Stream.of("sh", "-c", AS_NOBODY, "sh"), command.stream())
                        .toList()));
    }

    @Test
    void aDeviceThatThisUserMayNotOpenIsListedWithAdviceAboutUdev() {
        try (SimulatedKey plugged = SimulatedKey.overHidraw(folder)) {
            Seckey nobody = asNobody(plugged);

            nobody.run("list")
                    .ended(8)
                    .printed("usb:/dev/hidraw0  Test Maker Software FIDO Key  serial SOFT0001  [this user may not read")
                    .printed("udev rules");
            nobody.run("info")
                    .ended(8)
                    .printedNothing()
                    .said("seckey: this user may not read and write /dev/hidraw0")
                    .said("hint: install the udev rules for FIDO keys");
        }
    }

    @Test
    void libfido2SeesAKeyLikeAnyOther() {
        RealParts.require("fido2-tools");
        try (SimulatedKey plugged = SimulatedKey.overHidraw(folder, "--profile", "level2")) {
            Outcome list = plugged.seckey().run(List.of("fido2-token", "-L")).ended(0);
            assertEquals("/dev/hidraw0: vendor=0x1209, product=0xf1d0 (Test Maker Software FIDO Key)\n", list.out());

            plugged.seckey()
                    .run(List.of("fido2-token", "-I", "/dev/hidraw0"))
                    .ended(0)
                    .printed("caps: 0x05 (wink, cbor, msg)")
                    .printed("version strings: U2F_V2, FIDO_2_0")
                    .printed("aaguid: 5ec7e70051d04a7e8d00000000000002")
                    .printed("pin protocols: 2, 1");
        }
    }
}
