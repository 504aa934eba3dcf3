package dev.seckey.ctap2.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.CoseKey;
import java.math.BigInteger;
import java.security.interfaces.ECPublicKey;
import org.junit.jupiter.api.Test;

class CoseKeysTest {
    /** From W3C Web Authentication Level 3, "Test Vectors", packed-es256. */
    private static final Bytes X = Bytes.fromHex("1cf27f25da591208a4239c2e324f104f585525479a29edeedd830f48e77aeae5");

    private static final Bytes Y = Bytes.fromHex("59e4b7da6c0106e206ce390c93ab98a15a5ec3887e57f0cc2bece803b920c423");

    /** RFC 8032 §7.1, test 1. */
    private static final Bytes ED25519 =
            Bytes.fromHex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

    @Test
    void aPointOfP256IsTheSamePointToTheJdk() {
        ECPublicKey key = (ECPublicKey) CoseKeys.toPublicKey(CoseKey.p256(Algorithm.ES256.number(), X, Y));
        assertEquals(new BigInteger(1, X.toArray()), key.getW().getAffineX());
        assertEquals(new BigInteger(1, Y.toArray()), key.getW().getAffineY());
    }

    @Test
    void anEd25519KeyIsEncodedByTheJdkAsItCame() {
        Bytes spki =
                Bytes.of(CoseKeys.toPublicKey(okp(CoseKey.CRV_ED25519, ED25519)).getEncoded());
        assertEquals(Bytes.fromHex("302a300506032b6570032100").plus(ED25519), spki);
    }

    @Test
    void aPointBesideTheCurveIsRefused() {
        assertMalformed(CoseKey.p256(Algorithm.ES256.number(), X, Y.slice(0, 31).plus(Bytes.ofInts(0x24))));
    }

    @Test
    void aCoordinateThatIsNotInsideTheFieldIsRefused() {
        Bytes p = Bytes.fromHex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
        assertMalformed(CoseKey.p256(Algorithm.ES256.number(), p, Y));
    }

    @Test
    void aCoordinateOfAnotherLengthIsRefused() {
        assertMalformed(CoseKey.p256(Algorithm.ES256.number(), Bytes.ofInts(0).plus(X), Y));
    }

    @Test
    void anEd25519KeyOfAnotherLengthIsRefused() {
        assertMalformed(okp(CoseKey.CRV_ED25519, ED25519.from(1)));
    }

    @Test
    void anRsaKeyWithoutItsExponentIsRefused() {
        assertMalformed(new CoseKey(CborMap.builder()
                .put(CoseKey.KTY, CoseKey.KTY_RSA)
                .put(CoseKey.N, X)
                .build()));
    }

    @Test
    void aCurveThatIsNotSupportedIsRefusedAsSuch() {
        MalformedFault fault =
                assertThrows(MalformedFault.class, () -> CoseKeys.toPublicKey(okp(7, Bytes.of(new byte[57]))));
        assertEquals(CtapStatus.UNSUPPORTED_ALGORITHM, fault.status());
    }

    private static CoseKey okp(int crv, Bytes x) {
        return new CoseKey(CborMap.builder()
                .put(CoseKey.KTY, CoseKey.KTY_OKP)
                .put(CoseKey.ALG, Algorithm.EDDSA.number())
                .put(CoseKey.CRV, crv)
                .put(CoseKey.X, x)
                .build());
    }

    private static void assertMalformed(CoseKey key) {
        assertThrows(MalformedFault.class, () -> CoseKeys.toPublicKey(key));
    }
}
