package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import java.util.Optional;

/**
 * The PIN's side of a {@link Profile}.
 *
 * @param pin that the key is handed out with, in ASCII: of a simulated key, so no secret
 * @param retries tries left, 0 to 8
 * @param minLength in code points
 * @param maxLength in code points, at most 63
 * @param changeForced whether the key wants another PIN first
 * @param complex whether the complexity policy is on from the start
 */
public record PinSettings(
        Optional<Bytes> pin, int retries, int minLength, int maxLength, boolean changeForced, boolean complex) {
    static final int MAX_RETRIES = 8;

    /** No PIN yet; any of 4 to 63 characters will do. */
    public static final PinSettings NONE = new PinSettings(Optional.empty(), MAX_RETRIES, 4, 63, false, false);

    public PinSettings with(String newPin) {
        return new PinSettings(Optional.of(Bytes.utf8(newPin)), retries, minLength, maxLength, changeForced, complex);
    }

    public PinSettings withRetries(int left) {
        return new PinSettings(pin, left, minLength, maxLength, changeForced, complex);
    }

    /** @param least and most in code points */
    public PinSettings withLength(int least, int most) {
        return new PinSettings(pin, retries, least, most, changeForced, complex);
    }

    public PinSettings withChangeForced() {
        return new PinSettings(pin, retries, minLength, maxLength, true, complex);
    }

    public PinSettings withComplexity() {
        return new PinSettings(pin, retries, minLength, maxLength, changeForced, true);
    }
}
