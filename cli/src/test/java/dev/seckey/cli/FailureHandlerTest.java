package dev.seckey.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailureHandlerTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasACodeThatIsAFailure(Reason reason) {
        assertNotEquals(ExitCode.DONE, FailureHandler.exitCode(reason));
        assertNotEquals(ExitCode.INTERNAL, FailureHandler.exitCode(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "NO_KEY, 3", "SEVERAL_KEYS, 3", "PIN_INVALID, 4", "UV_BLOCKED, 4", "TOUCH_TIMEOUT, 5", "DENIED, 5",
        "KEY_REMOVED, 6", "MALFORMED, 6", "UNSUPPORTED, 7", "ACCESS_DENIED, 8", "UNVERIFIABLE, 9", "FILE, 11"
    })
    void theCodesAreThoseThatArePublished(Reason reason, int number) {
        assertEquals(number, FailureHandler.exitCode(reason).number());
    }

    @Test
    void aFaultsOwnHintGoesBeforeTheUsualOne() {
        handle(false, new TransportFault(Reason.NO_ANSWER, "silence", "knock twice"));

        assertEquals("seckey: silence\nhint: knock twice\n", said());
    }

    @Test
    void whatUsuallyHelpsIsTheHintOfAFaultWithoutOne() {
        handle(false, new TransportFault(Reason.NO_ANSWER, "silence"));

        assertEquals("seckey: silence\nhint: pull the key out, plug it in again, and repeat\n", said());
    }

    @Test
    void aHintIsNotMadeUp() {
        handle(false, new UsageException("not like that"));

        assertEquals("seckey: not like that\n", said());
    }

    @Test
    void ourOwnFaultIsSeventyAndSaysHowToReportIt() {
        assertEquals(ExitCode.INTERNAL, handle(false, new IllegalStateException("oops")));
        assertTrue(said().contains("makers of seckey"));
        assertFalse(said().contains("\tat "));
    }

    @Test
    void aNameThatTheSystemDoesNotAllowForAFileIsNotOurFault() {
        assertEquals(ExitCode.USAGE, handle(false, new InvalidPathException("a?b", "illegal character", 1)));
        assertEquals("seckey: \"a?b\" cannot be the name of a file: illegal character\n", said());
    }

    @Test
    void onlyWithVerboseIsThereAStackTrace() {
        handle(true, new TransportFault(Reason.NO_ANSWER, "silence"));

        assertTrue(said().contains("\tat "));
    }

    private ExitCode handle(boolean verbose, RuntimeException thrown) {
        try (PrintStream out = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            return new FailureHandler(out, verbose).handle(thrown);
        }
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
