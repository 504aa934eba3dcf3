package dev.seckey.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.Ran;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is shown for USB in the scripts holds for NFC. */
class FramingsTest {
    @TempDir
    Path home;

    static Set<String> profiles() {
        return SimulatedProfiles.names();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aKeyGetsTheSameAnswerOverBothFramings(String profile) {
        Ran usb = verify(profile);
        Ran nfc = verify(profile + "+nfc");

        assertEquals(usb.code(), nfc.code());
        assertEquals(usb.out().replaceFirst("transport    USB", "transport    NFC"), nfc.out());
    }

    @ParameterizedTest
    @CsvSource({
        "level2, DONE",
        "level1, NO",
        "unknown, CANNOT_TELL",
        "counterfeit, NO",
        "u2f-only, NO",
        "pin-set, DONE",
        "pin-set-no-u2f, PIN",
        "always-uv, CANNOT_TELL",
        "blocked, PIN"
    })
    void everyProfileHasItsAnswer(String profile, ExitCode code) {
        assertEquals(code, verify(profile).code());
    }

    private Ran verify(String profile) {
        return new Bench(home).run("--key", "virtual:" + profile, "verify");
    }
}
