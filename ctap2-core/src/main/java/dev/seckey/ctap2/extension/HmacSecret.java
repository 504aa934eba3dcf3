package dev.seckey.ctap2.extension;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.pinuv.P256KeyPair;
import dev.seckey.ctap2.pinuv.PinUvAuthProtocol;
import dev.seckey.ctap2.pinuv.Secret;
import java.security.SecureRandom;
import java.util.Optional;

/** One use of hmac-secret by the platform: salts go in encrypted, outputs come back encrypted (CTAP 2.3 §12.7). */
public final class HmacSecret implements AutoCloseable {
    private final PinUvAuthProtocol protocol;
    private final P256KeyPair own;
    private final Secret sharedSecret;
    private final SecureRandom random;

    private HmacSecret(PinUvAuthProtocol protocol, P256KeyPair own, Secret sharedSecret, SecureRandom random) {
        this.protocol = protocol;
        this.own = own;
        this.sharedSecret = sharedSecret;
        this.random = random;
    }

    /** @param keyAgreement the key's, got just before */
    public static HmacSecret agree(PinUvAuthProtocol protocol, CoseKey keyAgreement, SecureRandom random) {
        P256KeyPair own = P256KeyPair.generate(random);
        return new HmacSecret(protocol, own, protocol.agree(own, keyAgreement), random);
    }

    /** @param salts one or two of 32 bytes, one after the other */
    public HmacSecretInput input(Secret salts) {
        Bytes saltEnc = protocol.encrypt(sharedSecret, salts.expose(), random);
        Bytes saltAuth = protocol.authenticate(sharedSecret, saltEnc.toArray());
        // protocol one goes without saying: CTAP 2.0 keys do not know the member
        Optional<Integer> number = Optional.of(protocol.number()).filter(each -> each != 1);
        return new HmacSecretInput(own.publicKey(), saltEnc, saltAuth, number);
    }

    /** One or two outputs of 32 bytes, one after the other; the caller wipes them. */
    public Secret output(Bytes encrypted) {
        return protocol.decrypt(sharedSecret, encrypted);
    }

    /** For these salts. */
    public HmacSecretInput input(HmacSalts salts) {
        try (Secret joined = salts.joined()) {
            return input(joined);
        }
    }

    /** The answers to these salts, one by one. */
    public HmacOutputs outputs(Bytes encrypted, HmacSalts salts) {
        return HmacOutputs.taking(output(encrypted), salts.second().isPresent());
    }

    @Override
    public void close() {
        sharedSecret.close();
    }
}
