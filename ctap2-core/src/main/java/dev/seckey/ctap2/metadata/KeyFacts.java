package dev.seckey.ctap2.metadata;

import dev.seckey.ctap2.bytes.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is known of the one key in hand when its model is judged.
 *
 * @param firmware the firmware version, claimed or better attested; a YubiKey's 5.4.3 is 0x050403
 * @param chain the proved attestation chain, DER, leaf first and trust anchor included; empty while nothing is proved
 */
public record KeyFacts(OptionalLong firmware, Optional<List<Bytes>> chain) {
    /** Only the model is known. */
    public static final KeyFacts NONE = new KeyFacts(OptionalLong.empty(), Optional.empty());

    public KeyFacts {
        chain = chain.map(List::copyOf);
    }

    public static KeyFacts ofFirmware(long firmware) {
        return new KeyFacts(OptionalLong.of(firmware), Optional.empty());
    }

    public KeyFacts withChain(List<Bytes> certificates) {
        return new KeyFacts(firmware, Optional.of(certificates));
    }
}
