package dev.seckey.ctap2.webauthn;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.CoseKey;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Optional;
import java.util.function.Predicate;

/** The classical algorithms ({@link MlDsa} has the others); each takes one kind of key (WebAuthn Level 3 §5.8.5). */
enum SignatureAlgorithm {
    ES256(Algorithm.ES256, ecdsa(Curve.P256, "SHA-256"), on(Curve.P256)),
    ESP256(Algorithm.ESP256, ecdsa(Curve.P256, "SHA-256"), on(Curve.P256)),
    ES384(Algorithm.ES384, ecdsa(Curve.P384, "SHA-384"), on(Curve.P384)),
    ESP384(Algorithm.ESP384, ecdsa(Curve.P384, "SHA-384"), on(Curve.P384)),
    ES512(Algorithm.ES512, ecdsa(Curve.P521, "SHA-512"), on(Curve.P521)),
    ESP512(Algorithm.ESP512, ecdsa(Curve.P521, "SHA-512"), on(Curve.P521)),
    EDDSA(Algorithm.EDDSA, SignatureAlgorithm::ed25519, SignatureAlgorithm::onEd25519),
    ED25519(Algorithm.ED25519, SignatureAlgorithm::ed25519, SignatureAlgorithm::onEd25519),
    RS256(Algorithm.RS256, SignatureAlgorithm::rsa, RSAPublicKey.class::isInstance);

    private static final int ED25519_SIGNATURE_SIZE = 64;

    private final Algorithm algorithm;
    private final Verification verification;
    private final Predicate<PublicKey> takes;

    SignatureAlgorithm(Algorithm algorithm, Verification verification, Predicate<PublicKey> takes) {
        this.algorithm = algorithm;
        this.verification = verification;
        this.takes = takes;
    }

    /** By a key of the right kind; what it throws tells of a signature or a key of the wrong form. */
    private interface Verification {
        boolean verifies(PublicKey key, Bytes message, Bytes signature) throws GeneralSecurityException, IOException;
    }

    /** By a key in a certificate. */
    static SignatureCheck check(int alg, PublicKey key, Bytes message, Bytes signature) {
        return of(alg).map(algorithm -> algorithm.check(key, message, signature))
                .or(() -> MlDsa.of(alg).map(mlDsa -> mlDsa.check(key, message, signature)))
                .orElseGet(() -> unknown(alg));
    }

    /** By a key that names its own algorithm. */
    static SignatureCheck check(CoseKey key, Bytes message, Bytes signature) {
        return of(key.alg())
                .map(algorithm -> algorithm.check(CoseKeys.toPublicKey(key), message, signature))
                .or(() -> MlDsa.of(key.alg()).map(mlDsa -> mlDsa.check(key, message, signature)))
                .orElseGet(() -> unknown(key.alg()));
    }

    private static Optional<SignatureAlgorithm> of(int alg) {
        for (SignatureAlgorithm each : values()) {
            if (each.algorithm.number() == alg) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static SignatureCheck unknown(int alg) {
        return SignatureCheck.notChecked("signatures by " + Algorithm.nameOf(alg) + " are not verified");
    }

    private SignatureCheck check(PublicKey key, Bytes message, Bytes signature) {
        if (!takes.test(key)) {
            return SignatureCheck.invalid("the public key is not one for " + algorithm.title());
        }
        return verifies(key, message, signature)
                ? SignatureCheck.VALID
                : SignatureCheck.invalid("the signature does not match");
    }

    /** A signature of the wrong form is merely wrong. The JDK reports some by exceptions that it does not declare. */
    private boolean verifies(PublicKey key, Bytes message, Bytes signature) {
        try {
            return verification.verifies(key, message, signature);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            return false;
        }
    }

    private static Verification ecdsa(Curve curve, String hash) {
        return (key, message, signature) -> Ecdsa.verifies(curve, (ECPublicKey) key, hash, message, signature);
    }

    /** The JDK 17 takes bytes after the signature; nobody else does. */
    private static boolean ed25519(PublicKey key, Bytes message, Bytes signature) throws GeneralSecurityException {
        return signature.size() == ED25519_SIGNATURE_SIZE && byJdk("Ed25519", key, message, signature);
    }

    private static boolean rsa(PublicKey key, Bytes message, Bytes signature) throws GeneralSecurityException {
        return byJdk("SHA256withRSA", key, message, signature);
    }

    private static boolean byJdk(String name, PublicKey key, Bytes message, Bytes signature)
            throws GeneralSecurityException {
        Signature verifier = Signature.getInstance(name);
        verifier.initVerify(key);
        verifier.update(message.toArray());
        return verifier.verify(signature.toArray());
    }

    private static Predicate<PublicKey> on(Curve curve) {
        return key -> key instanceof ECPublicKey ec && curve.isOf(ec);
    }

    private static boolean onEd25519(PublicKey key) {
        return key instanceof EdECPublicKey ed && ed.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
    }
}
