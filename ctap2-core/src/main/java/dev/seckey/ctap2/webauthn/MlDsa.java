package dev.seckey.ctap2.webauthn;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.CoseKey;
import java.io.IOException;
import java.security.PublicKey;
import java.util.Optional;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** Signatures by ML-DSA (FIPS 204; RFC 9881 for keys in certificates), which Java knows only from 24 on. */
enum MlDsa {
    ML_DSA_44(Algorithm.ML_DSA_44, MLDSAParameters.ml_dsa_44),
    ML_DSA_65(Algorithm.ML_DSA_65, MLDSAParameters.ml_dsa_65),
    ML_DSA_87(Algorithm.ML_DSA_87, MLDSAParameters.ml_dsa_87);

    private final Algorithm algorithm;
    private final MLDSAParameters parameters;

    MlDsa(Algorithm algorithm, MLDSAParameters parameters) {
        this.algorithm = algorithm;
        this.parameters = parameters;
    }

    static Optional<MlDsa> of(int alg) {
        for (MlDsa each : values()) {
            if (each.algorithm.number() == alg) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** By a key in a certificate, of which the JDK keeps at least the encoding. */
    SignatureCheck check(PublicKey key, Bytes message, Bytes signature) {
        try {
            AsymmetricKeyParameter read = PublicKeyFactory.createKey(key.getEncoded());
            return read instanceof MLDSAPublicKeyParameters ours
                            && ours.getParameters().equals(parameters)
                    ? check(ours, message, signature)
                    : wrongKey();
        } catch (IOException | RuntimeException e) {
            return wrongKey(); // Bouncy Castle reports some keys by exceptions that it does not declare
        }
    }

    /** By a key that names its own algorithm. */
    SignatureCheck check(CoseKey key, Bytes message, Bytes signature) {
        Bytes encoded = key.members().require(CoseKey.PUB);
        try {
            return check(new MLDSAPublicKeyParameters(parameters, encoded.toArray()), message, signature);
        } catch (RuntimeException e) {
            return wrongKey();
        }
    }

    private static SignatureCheck check(MLDSAPublicKeyParameters key, Bytes message, Bytes signature) {
        MLDSASigner verifier = new MLDSASigner();
        verifier.init(false, key);
        verifier.update(message.toArray(), 0, message.size());
        return verifier.verifySignature(signature.toArray())
                ? SignatureCheck.VALID
                : SignatureCheck.invalid("the signature does not match");
    }

    private SignatureCheck wrongKey() {
        return SignatureCheck.invalid("the public key is not one for " + algorithm.title());
    }
}
