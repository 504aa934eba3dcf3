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
 */
public record PinSettings(Optional<Bytes> pin, int retries, int minLength, int maxLength, boolean changeForced) {
    static final int MAX_RETRIES = 8;

    /** No PIN yet; any of 4 to 63 characters will do. */
    public static final PinSettings NONE = new PinSettings(Optional.empty(), MAX_RETRIES, 4, 63, false);

    public PinSettings with(String newPin) {
        return new PinSettings(Optional.of(Bytes.utf8(newPin)), retries, minLength, maxLength, changeForced);
    }

    public PinSettings withRetries(int left) {
        return new PinSettings(pin, left, minLength, maxLength, changeForced);
    }

    /** @param least and most in code points */
    public PinSettings withLength(int least, int most) {
        return new PinSettings(pin, retries, least, most, changeForced);
    }

    public PinSettings withChangeForced() {
        return new PinSettings(pin, retries, minLength, maxLength, true);
    }
}
