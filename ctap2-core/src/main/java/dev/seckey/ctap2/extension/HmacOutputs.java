package dev.seckey.ctap2.extension;

import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.pinuv.Secret;
import java.util.Arrays;
import java.util.Optional;

/**
 * What hmac-secret answered: from these relying parties derive keys, so they are wiped on close (CTAP 2.3 §12.7).
 *
 * @param first 32 bytes
 * @param second 32 bytes, where there was a second salt
 */
public record HmacOutputs(Secret first, Optional<Secret> second) implements AutoCloseable {
    private static final int SIZE = 32;

    /**
     * Takes the decrypted answer apart, and wipes it.
     *
     * @throws MalformedFault if it does not answer that many salts
     */
    public static HmacOutputs taking(Secret whole, boolean two) {
        try (whole) {
            if (whole.size() != (two ? 2 * SIZE : SIZE)) {
                throw new MalformedFault(
                        CtapStatus.INVALID_LENGTH, "an hmac-secret answer of " + whole.size() + " bytes");
            }
            Secret first = Secret.taking(Arrays.copyOfRange(whole.expose(), 0, SIZE));
            return new HmacOutputs(
                    first,
                    two
                            ? Optional.of(Secret.taking(Arrays.copyOfRange(whole.expose(), SIZE, 2 * SIZE)))
                            : Optional.empty());
        }
    }

    @Override
    public void close() {
        first.close();
        second.ifPresent(Secret::close);
    }
}
