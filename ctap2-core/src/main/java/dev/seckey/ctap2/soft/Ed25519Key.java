package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.CoseKey;
import java.security.SecureRandom;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** EdDSA on Curve25519 (RFC 8032). */
final class Ed25519Key implements SigningKey {
    private final Ed25519PrivateKeyParameters key;

    private Ed25519Key(Ed25519PrivateKeyParameters key) {
        this.key = key;
    }

    static Ed25519Key generate(SecureRandom random) {
        return new Ed25519Key(new Ed25519PrivateKeyParameters(random));
    }

    static Ed25519Key of(Bytes secret) {
        return new Ed25519Key(new Ed25519PrivateKeyParameters(secret.toArray(), 0));
    }

    @Override
    public Algorithm algorithm() {
        return Algorithm.EDDSA;
    }

    @Override
    public CoseKey publicKey() {
        return new CoseKey(CborMap.builder()
                .put(CoseKey.KTY, CoseKey.KTY_OKP)
                .put(CoseKey.ALG, Algorithm.EDDSA.number())
                .put(CoseKey.CRV, CoseKey.CRV_ED25519)
                .put(CoseKey.X, Bytes.of(key.generatePublicKey().getEncoded()))
                .build());
    }

    @Override
    public Bytes secret() {
        return Bytes.of(key.getEncoded());
    }

    @Override
    public Bytes sign(Bytes message) {
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(message.toArray(), 0, message.size());
        return Bytes.of(signer.generateSignature());
    }
}
