package dev.seckey.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.pinuv.Pin;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinSourceTest {
    private static final PinSource.Choice STDIN = new PinSource.Choice(true, Optional.empty(), Optional.empty());
    private static final PinSource.Choice NONE = new PinSource.Choice(false, Optional.empty(), Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"123456", "123456\n", "123456\r\n", "123456\nsecond line\n"})
    void stdinGivesItsFirstLine(String input) {
        assertEquals(6, length(from(input).read(STDIN, "PIN")));
    }

    @Test
    void theNextLineIsLeftForTheNextReader() {
        ByteArrayInputStream in = stream("1234\n56789\n");
        PinSource source = new PinSource(in, PinPrompt.NOBODY, Map.of());

        assertEquals(4, length(source.read(STDIN, "current")));
        assertEquals(5, length(source.read(STDIN, "new")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n"})
    void anEmptyLineIsNoPin(String input) {
        assertThrows(UsageException.class, () -> from(input).read(STDIN, "PIN"));
    }

    @Test
    void aSpaceBelongsToThePin() {
        assertEquals(8, length(from(" 123456 \n").read(STDIN, "PIN")));
    }

    @Test
    void whatIsFarTooLongForAPinIsNotReadToItsEnd() {
        assertThrows(UsageException.class, () -> from("1".repeat(513)).read(STDIN, "PIN"));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        PinSource source = new PinSource(
                new ByteArrayInputStream(new byte[] {'g', 'r', (byte) 0xfc, 'n', '\n'}), PinPrompt.NOBODY, Map.of());

        UsageException refused = assertThrows(UsageException.class, () -> source.read(STDIN, "PIN"));
        assertTrue(refused.hint().orElseThrow().contains("nothing was sent"));
    }

    @Test
    void aVariableThatIsNotThereIsAnError() {
        PinSource.Choice variable = new PinSource.Choice(false, Optional.empty(), Optional.of("NO_SUCH"));

        assertThrows(UsageException.class, () -> from("").read(variable, "PIN"));
    }

    @Test
    void aFileThatIsNotThereIsAFailureOfTheFile() {
        PinSource.Choice file = new PinSource.Choice(false, Optional.of(Path.of("/no/such/file")), Optional.empty());

        assertThrows(FileFault.class, () -> from("").read(file, "PIN"));
    }

    @Test
    void elseThePersonIsAskedAndWhatWasTypedIsWiped() {
        byte[] typed = "gr\u00fcn12".getBytes(StandardCharsets.UTF_8);
        PinSource source = new PinSource(stream(""), question -> Optional.of(typed), Map.of());

        try (Pin pin = source.read(NONE, "PIN").orElseThrow()) {
            assertEquals(6, pin.codePoints());
        }
        assertArrayEquals(new byte[7], typed);
    }

    @Test
    void whereNobodyCanBeAskedThereIsNone() {
        assertFalse(from("123456\n").read(NONE, "PIN").isPresent());
    }

    private static PinSource from(String input) {
        return new PinSource(stream(input), PinPrompt.NOBODY, Map.of());
    }

    private static ByteArrayInputStream stream(String input) {
        return new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    }

    private static int length(Optional<Pin> read) {
        try (Pin pin = read.orElseThrow()) {
            return pin.byteLength();
        }
    }
}
