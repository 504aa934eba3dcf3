package dev.seckey.ctap2.extension;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.pinuv.Secret;
import java.util.Optional;

/**
 * What hmac-secret is asked about (CTAP 2.3 §12.7).
 *
 * @param first 32 bytes
 * @param second 32 bytes
 */
public record HmacSalts(Bytes first, Optional<Bytes> second) {
    public static final int SIZE = 32;

    private static final Bytes PRF = Bytes.utf8("WebAuthn PRF").plus(Bytes.ofInts(0));

    /** @throws IllegalArgumentException if one has another length than 32 bytes */
    public HmacSalts {
        require(first);
        second.ifPresent(HmacSalts::require);
    }

    /** The salts behind inputs of any length to WebAuthn's prf (WebAuthn Level 3 §10.1.4). */
    public static HmacSalts ofPrf(Bytes first, Optional<Bytes> second) {
        return new HmacSalts(prf(first), second.map(HmacSalts::prf));
    }

    private static Bytes prf(Bytes input) {
        return PRF.plus(input).sha256();
    }

    /** One after the other; the caller wipes it. */
    public Secret joined() {
        return Secret.taking(first.plus(second.orElse(Bytes.EMPTY)).toArray());
    }

    private static void require(Bytes salt) {
        if (salt.size() != SIZE) {
            throw new IllegalArgumentException("a salt has 32 bytes, not " + salt.size());
        }
    }
}
