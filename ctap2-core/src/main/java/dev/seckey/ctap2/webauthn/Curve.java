package dev.seckey.ctap2.webauthn;

import dev.seckey.ctap2.model.CoseKey;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.util.Optional;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;

/** The elliptic curves of EC2 keys (RFC 9053 §7.1). */
enum Curve {
    P256(CoseKey.CRV_P256, "P-256", "secp256r1", 32),
    P384(CoseKey.CRV_P384, "P-384", "secp384r1", 48),
    P521(CoseKey.CRV_P521, "P-521", "secp521r1", 66);

    private final int number;
    private final String title;
    private final String jdkName;
    private final int coordinateSize;

    Curve(int number, String title, String jdkName, int coordinateSize) {
        this.number = number;
        this.title = title;
        this.jdkName = jdkName;
        this.coordinateSize = coordinateSize;
    }

    static Optional<Curve> of(int number) {
        for (Curve curve : values()) {
            if (curve.number == number) {
                return Optional.of(curve);
            }
        }
        return Optional.empty();
    }

    String title() {
        return title;
    }

    /** Of each coordinate, in bytes. */
    int coordinateSize() {
        return coordinateSize;
    }

    ECParameterSpec parameters() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec(jdkName));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + title, e);
        }
    }

    /** The same for Bouncy Castle. */
    ECDomainParameters domain() {
        return new ECDomainParameters(CustomNamedCurves.getByName(jdkName));
    }

    boolean isOf(ECPublicKey key) {
        ECParameterSpec mine = parameters();
        ECParameterSpec other = key.getParams();
        return mine.getCurve().equals(other.getCurve())
                && mine.getGenerator().equals(other.getGenerator())
                && mine.getOrder().equals(other.getOrder());
    }

    /** Whether it solves y² = x³ + ax + b with both coordinates inside the field; the JDK does not ask. */
    boolean has(ECPoint point) {
        var curve = parameters().getCurve();
        BigInteger p = ((ECFieldFp) curve.getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0) {
            return false;
        }
        BigInteger right = x.pow(2).add(curve.getA()).multiply(x).add(curve.getB());
        return y.pow(2).subtract(right).mod(p).signum() == 0;
    }
}
