package dev.seckey.ctap2.pinuv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinTest {
    /** An e with an acute accent, in one character and in two. */
    private static final String COMPOSED = "caf\u00e9";

    private static final String DECOMPOSED = "cafe\u0301";

    @Test
    void asciiStaysAsItIs() {
        assertPadded("1234", Pin.takingUtf8(utf8("1234")));
        assertPadded("1234", Pin.takingChars("1234".toCharArray()));
    }

    @Test
    void textIsBroughtIntoNormalizationFormC() {
        assertPadded(COMPOSED, Pin.takingUtf8(utf8(DECOMPOSED)));
        assertPadded(COMPOSED, Pin.takingUtf8(utf8(COMPOSED)));
        assertPadded(COMPOSED, Pin.takingChars(DECOMPOSED.toCharArray()));
    }

    @Test
    void theMinimumCountsCodePointsAndTheMaximumBytes() {
        Pin pin = Pin.takingChars("\u00e9\u6c34\ud83d\udd11x".toCharArray());
        assertEquals(4, pin.codePoints());
        assertEquals(2 + 3 + 4 + 1, pin.byteLength());
    }

    @Test
    void sixtyThreeBytesAreTheMost() {
        try (Secret padded = Pin.takingUtf8(utf8("7".repeat(63))).padded()) {
            assertEquals(64, padded.size());
            assertEquals(0, padded.expose()[63]);
        }
        Pin tooLong = Pin.takingUtf8(utf8("7".repeat(64)));
        assertThrows(IllegalStateException.class, tooLong::padded);
    }

    /** SHA-256("1234") begins with 03ac6742… */
    @Test
    void theHashIsTheLeftHalfOfSha256() {
        try (Secret hash = Pin.takingUtf8(utf8("1234")).hash()) {
            assertEquals(
                    "03ac674216f3e15c761ee1a5e255f067", Bytes.of(hash.expose()).hex());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"31ff3233", "c3", "eda080", "c0b1"})
    void bytesThatAreNotUtf8AreRefusedAndWiped(String hex) {
        byte[] bytes = Bytes.fromHex(hex).toArray();
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Pin.takingUtf8(bytes));
        assertArrayEquals(new byte[bytes.length], bytes);
        assertEquals("the PIN is not UTF-8", refusal.getMessage());
    }

    @Test
    void halfASurrogatePairIsRefusedAndWiped() {
        char[] chars = {'1', '2', '3', '\ud83d'};
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Pin.takingChars(chars));
        assertArrayEquals(new char[4], chars);
        assertFalse(refusal.getMessage().contains("123"));
    }

    @Test
    void whatWasTakenOverIsWiped() {
        byte[] ascii = utf8("1234");
        try (Pin pin = Pin.takingUtf8(ascii)) {
            assertEquals(4, pin.byteLength());
        }
        assertArrayEquals(new byte[4], ascii);
        byte[] other = utf8(DECOMPOSED);
        char[] chars = DECOMPOSED.toCharArray();
        Pin.takingUtf8(other);
        Pin.takingChars(chars);
        assertArrayEquals(new byte[6], other);
        assertArrayEquals(new char[5], chars);
    }

    @Test
    void aCopyOutlivesItsOriginal() {
        Pin original = Pin.takingUtf8(utf8("1234"));
        Pin copy = original.copy();
        original.close();
        assertThrows(IllegalStateException.class, original::codePoints);
        assertPadded("1234", copy);
    }

    @Test
    void itIsNeverPrinted() {
        assertEquals("a PIN", Pin.takingUtf8(utf8("1234")).toString());
    }

    private static void assertPadded(String expected, Pin pin) {
        try (Secret padded = pin.padded()) {
            byte[] bytes = utf8(expected);
            assertEquals(Bytes.of(bytes), Bytes.of(padded.expose(), 0, bytes.length));
            assertEquals(
                    Bytes.of(new byte[64 - bytes.length]), Bytes.of(padded.expose(), bytes.length, 64 - bytes.length));
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
