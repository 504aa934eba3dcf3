package dev.seckey.ctap2.model;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import java.util.List;

/** A public key in COSE form (RFC 9052 §7, RFC 9053), kept as it came. */
public record CoseKey(CborMap members) {
    public static final Field<Integer> KTY = Field.of(1, "kty", CborType.INT);
    public static final Field<Integer> ALG = Field.of(3, "alg", CborType.INT);
    /** Of EC2 and OKP keys. */
    public static final Field<Integer> CRV = Field.of(-1, "crv", CborType.INT);

    public static final Field<Bytes> X = Field.of(-2, "x", CborType.BYTES);
    public static final Field<Bytes> Y = Field.of(-3, "y", CborType.BYTES);
    /** Of RSA keys: modulus and exponent. */
    public static final Field<Bytes> N = Field.of(-1, "n", CborType.BYTES);

    public static final Field<Bytes> E = Field.of(-2, "e", CborType.BYTES);
    /** Of AKP keys (ML-DSA). */
    public static final Field<Bytes> PUB = Field.of(-1, "pub", CborType.BYTES);

    public static final int KTY_OKP = 1;
    public static final int KTY_EC2 = 2;
    public static final int KTY_RSA = 3;
    public static final int KTY_AKP = 7;

    public static final int CRV_P256 = 1;
    public static final int CRV_P384 = 2;
    public static final int CRV_P521 = 3;
    public static final int CRV_ED25519 = 6;

    /** The number that key agreement keys bear though it is not what they do (CTAP 2.3 §6.5.6). */
    public static final int ALG_ECDH_ES_HKDF_256 = -25;

    public static final CborType<CoseKey> CBOR = CborType.MAP.as(CoseKey::new, CoseKey::members);

    /** A point of P-256: both coordinates have 32 bytes. */
    public static CoseKey p256(int alg, Bytes x, Bytes y) {
        return new CoseKey(CborMap.builder()
                .put(KTY, KTY_EC2)
                .put(ALG, alg)
                .put(CRV, CRV_P256)
                .put(X, x)
                .put(Y, y)
                .build());
    }

    /** A point of a curve whose known members have their types, whatever their values are. */
    public static CoseKey ec2(CborMap in) {
        List.of(KTY, ALG, CRV, X, Y).forEach(in::find);
        return new CoseKey(in);
    }

    public int kty() {
        return members.require(KTY);
    }

    public int alg() {
        return members.require(ALG);
    }
}
