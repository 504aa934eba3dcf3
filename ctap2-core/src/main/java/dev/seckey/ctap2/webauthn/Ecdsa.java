package dev.seckey.ctap2.webauthn;

import dev.seckey.ctap2.bytes.Bytes;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * ECDSA by Bouncy Castle. Its arithmetic is the one that the PIN protocols have compiled already, and where Java's first
 * compiler alone is at work it takes 0.6 of the JDK's time; and it takes one encoding of a signature, where the JDK 17 takes
 * others of the same numbers too.
 */
final class Ecdsa {
    private Ecdsa() {}

    /**
     * @param key on this curve
     * @param hash its name
     * @param signature DER (RFC 3279 §2.2.3)
     * @throws IOException if that is not DER
     * @throws IllegalArgumentException if the key's point is not on its curve, or a number of the signature too large
     */
    static boolean verifies(Curve curve, ECPublicKey key, String hash, Bytes message, Bytes signature)
            throws GeneralSecurityException, IOException {
        ECDomainParameters domain = curve.domain();
        ECPoint point = key.getW();
        ECDSASigner verifier = new ECDSASigner();
        verifier.init(
                false,
                new ECPublicKeyParameters(
                        domain.getCurve().createPoint(point.getAffineX(), point.getAffineY()), domain));
        BigInteger[] numbers = StandardDSAEncoding.INSTANCE.decode(domain.getN(), signature.toArray());
        byte[] digest = MessageDigest.getInstance(hash).digest(message.toArray());
        return verifier.verifySignature(digest, numbers[0], numbers[1]);
    }
}
