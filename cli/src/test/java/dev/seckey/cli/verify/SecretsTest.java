package dev.seckey.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.Ran;
import dev.seckey.ctap2.bytes.Bytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A PIN goes to the key and nowhere else, however much is told. */
class SecretsTest {
    private static final String LEFT_OUT = "bytes left out";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "virtual:pin-set-no-u2f, 123456",
        "virtual:pin-set-no-u2f+nfc, 123456",
        "virtual:pin-set-no-u2f, 87654321"
    })
    void noTraceHoldsThePin(String key, String pin) throws IOException {
        Ran ran = verify(key, pin);
        String all = ran.everything() + trace();

        assertTrue(trace().contains(LEFT_OUT));
        for (String secret : new String[] {
            pin,
            Bytes.utf8(pin).hex(),
            Bytes.utf8(pin).sha256().slice(0, 16).hex(),
            Bytes.utf8(pin).base64url()
        }) {
            assertFalse(all.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT)), secret);
        }
    }

    @Test
    void whatStandsInTheTraceFileStandsOnStderrToo() throws IOException {
        Ran ran = verify("virtual:pin-set-no-u2f", "123456");

        assertEquals(ExitCode.DONE, ran.code());
        trace().lines()
                .map(line -> line.substring(line.indexOf(' ', 6) + 1))
                .forEach(line -> assertTrue(ran.err().contains(line), line));
    }

    @Test
    void aPinThatCannotBeOneIsNotSentToTheKey() throws IOException {
        assertEquals(ExitCode.PIN, verify("virtual:pin-set-no-u2f", "123").code());
        long messages = trace().lines().count();

        new Bench(folder.resolve("home"))
                .run(
                        "verify",
                        "--key",
                        "virtual:pin-set-no-u2f",
                        "--trace",
                        folder.resolve("trace").toString());
        assertEquals(trace().lines().count(), messages, "as many as where no PIN is given");
    }

    private Ran verify(String key, String pin) {
        return new Bench(folder.resolve("home"))
                .given((pin + "\n").getBytes(StandardCharsets.UTF_8))
                .run(
                        "verify",
                        "--key",
                        key,
                        "--pin-stdin",
                        "-v",
                        "--trace",
                        folder.resolve("trace").toString());
    }

    private String trace() throws IOException {
        return Files.readString(folder.resolve("trace"));
    }
}
