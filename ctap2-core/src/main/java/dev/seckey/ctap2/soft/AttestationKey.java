package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.Algorithm;
import java.util.List;

/**
 * What vouches for the model: an ES256 key and its certificates.
 *
 * @param secret 32 bytes
 * @param x5c DER, the key's own certificate first, without the root
 */
public record AttestationKey(Bytes secret, List<Bytes> x5c) {
    Bytes sign(Bytes message) {
        return EcdsaKey.of(Algorithm.ES256, secret).sign(message);
    }

    @Override
    public String toString() {
        return "an attestation key with " + x5c.size() + " certificates";
    }
}
