package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.CoseKey;
import java.security.SecureRandom;

/** A private key that signs, in the algorithms that the software authenticator has. */
interface SigningKey {
    static boolean supports(Algorithm algorithm) {
        return switch (algorithm) {
            case ES256, ES384, ES512, EDDSA, RS256, ML_DSA_44, ML_DSA_65, ML_DSA_87 -> true;
            default -> false;
        };
    }

    static SigningKey generate(Algorithm algorithm, SecureRandom random) {
        return switch (algorithm) {
            case EDDSA -> Ed25519Key.generate(random);
            case RS256 -> Rs256Key.generate(random);
            case ML_DSA_44, ML_DSA_65, ML_DSA_87 -> MlDsaKey.generate(algorithm, random);
            default -> EcdsaKey.generate(algorithm, random);
        };
    }

    /** The other way of {@link #secret}. */
    static SigningKey of(Algorithm algorithm, Bytes secret) {
        return switch (algorithm) {
            case EDDSA -> Ed25519Key.of(secret);
            case RS256 -> Rs256Key.of(secret);
            case ML_DSA_44, ML_DSA_65, ML_DSA_87 -> MlDsaKey.of(algorithm, secret);
            default -> EcdsaKey.of(algorithm, secret);
        };
    }

    Algorithm algorithm();

    CoseKey publicKey();

    /** 32 bytes, or as many as the algorithm needs, to be wrapped into a credential id. */
    Bytes secret();

    /** In the form that WebAuthn Level 3 §6.5.5 gives to signatures of this algorithm. */
    Bytes sign(Bytes message);
}
