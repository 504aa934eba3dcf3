package dev.seckey.ctap2.pinuv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.published.Json;
import dev.seckey.ctap2.published.SharedData;
import java.math.BigInteger;
import java.security.SecureRandom;
import org.bouncycastle.util.BigIntegers;
import org.junit.jupiter.api.Test;

class P256KeyPairTest {
    private static final P256KeyPair OWN = P256KeyPair.of(Bytes.fromHex("01".repeat(32)));

    /** C2SP Wycheproof, testvectors_v1. What it calls acceptable (compressed points) has no form in COSE here. */
    @Test
    void wycheproof() {
        int valid = 0;
        int invalid = 0;
        for (Json group : Json.read(SharedData.file("vectors/wycheproof/ecdh_secp256r1_ecpoint_test.json"))
                .get("testGroups")
                .list()) {
            for (Json test : group.get("tests").list()) {
                String what = "test " + test.get("tcId").text() + ": "
                        + test.get("comment").text();
                Bytes point = test.get("public").hex();
                P256KeyPair own = P256KeyPair.of(Bytes.of(BigIntegers.asUnsignedByteArray(
                        32, new BigInteger(1, test.get("private").hex().toArray()))));
                if (test.get("result").text().equals("valid")) {
                    try (Secret x = own.agree(uncompressed(point))) {
                        assertEquals(test.get("shared").hex(), Bytes.of(x.expose()), what);
                    }
                    valid++;
                } else if (!point.isEmpty() && point.at(0) == 4) {
                    assertThrows(MalformedFault.class, () -> own.agree(uncompressed(point)), what);
                    invalid++;
                }
            }
        }
        assertTrue(valid > 200, valid + " valid");
        assertTrue(invalid > 5, invalid + " invalid");
    }

    @Test
    void bothSidesGetTheSame() {
        P256KeyPair other = P256KeyPair.generate(new SecureRandom());
        try (Secret here = OWN.agree(other.publicKey());
                Secret there = other.agree(OWN.publicKey())) {
            assertTrue(here.matches(there.expose()));
            assertEquals(32, here.size());
        }
    }

    @Test
    void aPointBesideTheCurveIsRefused() {
        Bytes x = OWN.publicKey().members().require(CoseKey.X);
        assertRefused(CoseKey.p256(CoseKey.ALG_ECDH_ES_HKDF_256, x, x));
        assertRefused(CoseKey.p256(CoseKey.ALG_ECDH_ES_HKDF_256, Bytes.of(new byte[32]), Bytes.of(new byte[32])));
        assertRefused(CoseKey.p256(
                CoseKey.ALG_ECDH_ES_HKDF_256, Bytes.fromHex("ff".repeat(32)), Bytes.fromHex("ff".repeat(32))));
    }

    @Test
    void aKeyOfAnotherKindIsRefused() {
        CborMap good = OWN.publicKey().members();
        assertRefused(
                new CoseKey(good.toBuilder().put(CoseKey.CRV, CoseKey.CRV_P384).build()));
        assertRefused(
                new CoseKey(good.toBuilder().put(CoseKey.KTY, CoseKey.KTY_OKP).build()));
        assertRefused(new CoseKey(
                good.toBuilder().put(CoseKey.X, Bytes.of(new byte[31])).build()));
        assertRefused(new CoseKey(good.toBuilder().remove(CoseKey.Y).build()));
        assertRefused(new CoseKey(CborMap.EMPTY));
        assertRefused(CoseKey.p256(Algorithm.ES256.number(), Bytes.EMPTY, Bytes.EMPTY));
    }

    private static void assertRefused(CoseKey key) {
        assertThrows(MalformedFault.class, () -> OWN.agree(key));
    }

    private static CoseKey uncompressed(Bytes point) {
        int half = 1 + (point.size() - 1) / 2;
        return CoseKey.p256(CoseKey.ALG_ECDH_ES_HKDF_256, point.slice(1, half), point.from(half));
    }
}
