package dev.seckey.cli.pin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.pinuv.Secret;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PinGeneratorTest {
    /** Gives these numbers in turn, again and again. */
    private static final class Scripted extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final int[] numbers;
        private int next;

        Scripted(int... numbers) {
            this.numbers = numbers;
        }

        @Override
        public int nextInt(int bound) {
            return numbers[next++ % numbers.length] % bound;
        }
    }

    private static String text(Pin pin) {
        try (Secret utf8 = pin.utf8()) {
            return new String(utf8.expose(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aTrivialDrawIsThrownAwayAndTheNextOneTaken() {
        PinGenerator generator = new PinGenerator(new Scripted(1, 2, 3, 4, 5, 6, 8, 0, 4, 1, 7, 2), "0123456789", 6);
        try (Pin pin = generator.generate()) {
            assertEquals("804172", text(pin));
        }
    }

    @Test
    void everyCharacterOfTheAlphabetIsAsLikelyAsTheNext() {
        int[] counts = new int[10];
        PinGenerator generator = new PinGenerator(new SecureRandom(), "0123456789", 8);
        int pins = 5000;
        for (int i = 0; i < pins; i++) {
            try (Pin pin = generator.generate()) {
                assertEquals(Optional.empty(), TrivialPin.objection(pin));
                text(pin).chars().forEach(digit -> counts[digit - '0']++);
            }
        }
        // 40,000 digits: 4,000 of each, and six standard deviations are 360
        assertTrue(Arrays.stream(counts).allMatch(count -> Math.abs(count - 4000) < 360), Arrays.toString(counts));
    }

    @Test
    void charactersBeyondTheFirstPlaneCountOnce() {
        PinGenerator generator = new PinGenerator(new SecureRandom(), "\ud83d\udd11\ud83d\ude80\ud83c\udf40x\u00fc", 6);
        try (Pin pin = generator.generate()) {
            assertEquals(6, pin.codePoints());
        }
    }

    @Test
    void whatCanOnlyBeTrivialIsRefusedAtOnce() {
        SecureRandom random = new SecureRandom();
        assertThrows(UsageException.class, () -> new PinGenerator(random, "1", 8));
        assertThrows(UsageException.class, () -> new PinGenerator(random, "12", 2));
        assertThrows(UsageException.class, () -> new PinGenerator(random, "112", 8));
        assertThrows(UsageException.class, () -> new PinGenerator(random, "0123456789", 64));
    }

    @Test
    void theDrawnCharactersAreWiped() {
        Pin pin = new PinGenerator(new SecureRandom(), "0123456789", 8).generate();
        Secret utf8 = pin.utf8();
        byte[] live = utf8.expose();
        utf8.close();
        assertArrayEquals(new byte[8], live);
        pin.close();
        assertThrows(IllegalStateException.class, pin::utf8);
    }
}
