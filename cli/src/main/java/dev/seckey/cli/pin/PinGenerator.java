package dev.seckey.cli.pin;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.pinuv.Pin;
import java.nio.CharBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/** Makes PINs by chance: every one of the length and alphabet is as likely as the next, but no trivial one. */
public final class PinGenerator {
    /** An alphabet of which so many in a row are trivial has nothing else to give. */
    private static final int ATTEMPTS = 1000;

    private final SecureRandom random;
    private final int[] alphabet;
    private final int length;

    /**
     * @param alphabet the characters to choose from, each once
     * @param length in code points
     * @throws UsageException if no good PIN can be made so
     */
    public PinGenerator(SecureRandom random, String alphabet, int length) {
        this.random = random;
        this.alphabet = alphabet.codePoints().distinct().toArray();
        this.length = length;
        if (this.alphabet.length != alphabet.codePointCount(0, alphabet.length())) {
            throw new UsageException("a character stands twice in the alphabet of PINs");
        }
        try (Pin trial = generate()) {
            if (trial.codePoints() != length) {
                throw new UsageException(
                        "the alphabet of PINs holds characters that melt into one another",
                        "leave accents out that stand alone");
            }
        }
    }

    /** For the caller to close. */
    public Pin generate() {
        for (int attempt = 0; attempt < ATTEMPTS && alphabet.length > 1; attempt++) {
            Pin pin = Pin.takingChars(chosen());
            if (pin.byteLength() <= Pin.MAX_BYTES && TrivialPin.objection(pin).isEmpty()) {
                return pin;
            }
            pin.close();
        }
        throw new UsageException(
                "no good PIN of " + length + " characters can be made of an alphabet of " + alphabet.length,
                "take a longer PIN or more characters; a PIN has at most " + Pin.MAX_BYTES + " bytes");
    }

    private char[] chosen() {
        CharBuffer buffer = CharBuffer.allocate(2 * length);
        for (int i = 0; i < length; i++) {
            int point = alphabet[random.nextInt(alphabet.length)];
            if (Character.isBmpCodePoint(point)) {
                buffer.put((char) point);
            } else {
                buffer.put(Character.highSurrogate(point)).put(Character.lowSurrogate(point));
            }
        }
        char[] chars = Arrays.copyOf(buffer.array(), buffer.position());
        Arrays.fill(buffer.array(), '\0');
        return chars;
    }
}
