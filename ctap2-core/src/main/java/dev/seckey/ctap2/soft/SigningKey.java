package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.CoseKey;
import java.security.SecureRandom;
import java.util.List;

/** A private key that signs, in the few algorithms that the software authenticator has. */
interface SigningKey {
    /** In the authenticator's order of preference. */
    List<Algorithm> ALGORITHMS = List.of(Algorithm.ES256, Algorithm.EDDSA);

    static boolean supports(int alg) {
        return ALGORITHMS.stream().anyMatch(algorithm -> algorithm.number() == alg);
    }

    static SigningKey generate(Algorithm algorithm, SecureRandom random) {
        return algorithm == Algorithm.EDDSA ? Ed25519Key.generate(random) : Es256Key.generate(random);
    }

    /** The other way of {@link #secret}. */
    static SigningKey of(Algorithm algorithm, Bytes secret) {
        return algorithm == Algorithm.EDDSA ? Ed25519Key.of(secret) : Es256Key.of(secret);
    }

    Algorithm algorithm();

    CoseKey publicKey();

    /** 32 bytes, to be wrapped into a credential id. */
    Bytes secret();

    /** In the form that WebAuthn Level 3 §6.5.5 gives to signatures of this algorithm. */
    Bytes sign(Bytes message);
}
