package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.pinuv.P256KeyPair;
import dev.seckey.ctap2.pinuv.PinUvAuthProtocol;
import dev.seckey.ctap2.pinuv.Secret;

/** The key agreement key of clientPIN and hmac-secret (CTAP 2.3 §6.5.5.4); one serves both protocols. */
final class KeyAgreement {
    private final Environment environment;
    private P256KeyPair own;

    KeyAgreement(Environment environment) {
        this.environment = environment;
        this.own = P256KeyPair.generate(environment.random());
    }

    /** A new one: at power-up, and after every wrong PIN. */
    void regenerate() {
        own = P256KeyPair.generate(environment.random());
    }

    CoseKey publicKey() {
        return own.publicKey();
    }

    /** The caller wipes it. */
    Secret agree(PinUvAuthProtocol protocol, CoseKey platformKey) {
        return protocol.agree(own, platformKey);
    }
}
