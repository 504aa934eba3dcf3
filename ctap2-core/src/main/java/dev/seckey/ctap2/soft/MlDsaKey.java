package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.CoseKey;
import java.security.SecureRandom;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;

/** ML-DSA (FIPS 204) in its three strengths; the secret is the seed of 32 bytes. */
final class MlDsaKey implements SigningKey {
    private static final int SEED = 32;

    private final Algorithm algorithm;
    private final MLDSAPrivateKeyParameters key;

    private MlDsaKey(Algorithm algorithm, MLDSAPrivateKeyParameters key) {
        this.algorithm = algorithm;
        this.key = key;
    }

    static MlDsaKey generate(Algorithm algorithm, SecureRandom random) {
        return of(algorithm, Bytes.random(random, SEED));
    }

    static MlDsaKey of(Algorithm algorithm, Bytes seed) {
        return new MlDsaKey(algorithm, new MLDSAPrivateKeyParameters(parameters(algorithm), seed.toArray()));
    }

    private static MLDSAParameters parameters(Algorithm algorithm) {
        return switch (algorithm) {
            case ML_DSA_44 -> MLDSAParameters.ml_dsa_44;
            case ML_DSA_65 -> MLDSAParameters.ml_dsa_65;
            default -> MLDSAParameters.ml_dsa_87;
        };
    }

    @Override
    public Algorithm algorithm() {
        return algorithm;
    }

    @Override
    public CoseKey publicKey() {
        return new CoseKey(CborMap.builder()
                .put(CoseKey.KTY, CoseKey.KTY_AKP)
                .put(CoseKey.ALG, algorithm.number())
                .put(CoseKey.PUB, Bytes.of(key.getPublicKey()))
                .build());
    }

    @Override
    public Bytes secret() {
        return Bytes.of(key.getSeed());
    }

    @Override
    public Bytes sign(Bytes message) {
        MLDSASigner signer = new MLDSASigner();
        signer.init(true, key);
        signer.update(message.toArray(), 0, message.size());
        try {
            return Bytes.of(signer.generateSignature());
        } catch (CryptoException e) {
            throw new IllegalStateException("ML-DSA could not sign", e);
        }
    }
}
