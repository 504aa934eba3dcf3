package dev.seckey.ctap2.webauthn;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.CoseKey;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.KeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAPublicKeySpec;

/** From public keys in COSE form (RFC 9053 §7, RFC 8230 §4) to the JDK's. */
public final class CoseKeys {
    private static final int ED25519_SIZE = 32;

    private CoseKeys() {}

    /**
     * A key on P-256, P-384, P-521 or Ed25519, or an RSA key.
     *
     * @throws MalformedFault if it is none of these, a member is missing, or a point is not on its curve
     */
    public static PublicKey toPublicKey(CoseKey key) {
        return switch (key.kty()) {
            case CoseKey.KTY_EC2 -> ec(key);
            case CoseKey.KTY_OKP -> okp(key);
            case CoseKey.KTY_RSA -> rsa(key);
            default -> throw unsupported("a public key of type " + key.kty());
        };
    }

    private static PublicKey ec(CoseKey key) {
        int crv = key.members().require(CoseKey.CRV);
        Curve curve = Curve.of(crv).orElseThrow(() -> unsupported("a public key on curve " + crv));
        Bytes x = key.members().require(CoseKey.X);
        Bytes y = key.members().require(CoseKey.Y);
        if (x.size() != curve.coordinateSize() || y.size() != curve.coordinateSize()) {
            throw malformed("a public key on " + curve.title() + " with coordinates of " + x.size() + " and " + y.size()
                    + " bytes");
        }
        ECPoint point = new ECPoint(unsigned(x), unsigned(y));
        if (!curve.has(point)) {
            throw malformed("a public key that is no point of " + curve.title());
        }
        return generate("EC", new ECPublicKeySpec(point, curve.parameters()));
    }

    private static PublicKey okp(CoseKey key) {
        int crv = key.members().require(CoseKey.CRV);
        if (crv != CoseKey.CRV_ED25519) {
            throw unsupported("a public key on curve " + crv);
        }
        Bytes x = key.members().require(CoseKey.X);
        if (x.size() != ED25519_SIZE) {
            throw malformed("a public key on Ed25519 of " + x.size() + " bytes");
        }
        return generate("Ed25519", new EdECPublicKeySpec(NamedParameterSpec.ED25519, edwardsPoint(x)));
    }

    /** RFC 8032 §5.1.2: y little endian, and the lowest bit of x in place of the highest bit. */
    private static EdECPoint edwardsPoint(Bytes encoded) {
        byte[] y = new byte[ED25519_SIZE];
        for (int i = 0; i < ED25519_SIZE; i++) {
            y[i] = (byte) encoded.at(ED25519_SIZE - 1 - i);
        }
        boolean xOdd = y[0] < 0;
        y[0] &= 0x7f;
        return new EdECPoint(xOdd, new BigInteger(1, y));
    }

    private static PublicKey rsa(CoseKey key) {
        BigInteger n = unsigned(key.members().require(CoseKey.N));
        BigInteger e = unsigned(key.members().require(CoseKey.E));
        return generate("RSA", new RSAPublicKeySpec(n, e));
    }

    private static PublicKey generate(String algorithm, KeySpec spec) {
        try {
            return KeyFactory.getInstance(algorithm).generatePublic(spec);
        } catch (GeneralSecurityException e) {
            throw new MalformedFault(CtapStatus.INVALID_PARAMETER, "a public key that is not valid", e);
        }
    }

    private static BigInteger unsigned(Bytes bytes) {
        return new BigInteger(1, bytes.toArray());
    }

    private static MalformedFault malformed(String message) {
        return new MalformedFault(CtapStatus.INVALID_PARAMETER, message);
    }

    private static MalformedFault unsupported(String what) {
        return new MalformedFault(CtapStatus.UNSUPPORTED_ALGORITHM, what + " is not supported");
    }
}
