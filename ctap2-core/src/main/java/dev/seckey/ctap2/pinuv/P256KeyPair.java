package dev.seckey.ctap2.pinuv;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.CoseKey;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.AsymmetricCipherKeyPair;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** A key agreement key on P-256 (CTAP 2.3 §6.5.6). */
public final class P256KeyPair {
    private static final int COORDINATE_SIZE = 32;

    private static final ECDomainParameters P256 = domain();

    private final ECPrivateKeyParameters key;
    private final ECPoint publicPoint;

    private P256KeyPair(ECPrivateKeyParameters key, ECPoint publicPoint) {
        this.key = key;
        this.publicPoint = publicPoint.normalize();
    }

    public static P256KeyPair generate(SecureRandom random) {
        ECKeyPairGenerator generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(P256, random));
        AsymmetricCipherKeyPair pair = generator.generateKeyPair();
        return new P256KeyPair(
                (ECPrivateKeyParameters) pair.getPrivate(), ((ECPublicKeyParameters) pair.getPublic()).getQ());
    }

    /** @param scalar 32 bytes */
    public static P256KeyPair of(Bytes scalar) {
        BigInteger d = new BigInteger(1, scalar.toArray());
        return new P256KeyPair(
                new ECPrivateKeyParameters(d, P256), new FixedPointCombMultiplier().multiply(P256.getG(), d));
    }

    public CoseKey publicKey() {
        return CoseKey.p256(
                CoseKey.ALG_ECDH_ES_HKDF_256,
                Bytes.of(publicPoint.getAffineXCoord().getEncoded()),
                Bytes.of(publicPoint.getAffineYCoord().getEncoded()));
    }

    /**
     * The x-coordinate of the shared point: 32 bytes that the caller wipes.
     *
     * @throws MalformedFault if the other key is no point of the curve
     */
    Secret agree(CoseKey other) {
        ECDHBasicAgreement agreement = new ECDHBasicAgreement();
        agreement.init(key);
        BigInteger z = agreement.calculateAgreement(point(other));
        return Secret.taking(BigIntegers.asUnsignedByteArray(COORDINATE_SIZE, z));
    }

    private static ECPublicKeyParameters point(CoseKey key) {
        Bytes x = key.members().require(CoseKey.X);
        Bytes y = key.members().require(CoseKey.Y);
        if (key.kty() != CoseKey.KTY_EC2
                || key.members().require(CoseKey.CRV) != CoseKey.CRV_P256
                || x.size() != COORDINATE_SIZE
                || y.size() != COORDINATE_SIZE) {
            throw new MalformedFault(CtapStatus.INVALID_PARAMETER, "the key agreement key is not of P-256");
        }
        try {
            return new ECPublicKeyParameters(
                    P256.getCurve().createPoint(new BigInteger(1, x.toArray()), new BigInteger(1, y.toArray())), P256);
        } catch (IllegalArgumentException e) {
            throw new MalformedFault(CtapStatus.INVALID_PARAMETER, "the key agreement key is no point of P-256", e);
        }
    }

    private static ECDomainParameters domain() {
        X9ECParameters curve = CustomNamedCurves.getByName("secp256r1");
        return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
    }
}
