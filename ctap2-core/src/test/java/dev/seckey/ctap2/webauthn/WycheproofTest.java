package dev.seckey.ctap2.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.published.Json;
import dev.seckey.ctap2.published.SharedData;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Signatures of C2SP Wycheproof, testvectors_v1, by keys in COSE form. */
class WycheproofTest {
    /**
     * JDK 17 refuses these valid signatures, and newer ones take them. No key will ever make one: that the x-coordinate is beyond the order
     * of the curve happens once in 2^127 signatures or less.
     */
    private static final Set<String> REFUSED_BY_JDK_17 = Set.of(
            "k*G has a large x-coordinate",
            "r = 3, x = n + 3 is the smallest possible x with a reduction",
            "r = 2, x = n + 2 is the smallest possible x with a reduction");

    @Test
    void ecdsaOnP256() {
        run("ecdsa_secp256r1_sha256_test.json", key -> ec(key, Algorithm.ES256, CoseKey.CRV_P256, 32));
    }

    @Test
    void ecdsaOnP384() {
        run("ecdsa_secp384r1_sha384_test.json", key -> ec(key, Algorithm.ES384, CoseKey.CRV_P384, 48));
    }

    @Test
    void ed25519() {
        run("ed25519_test.json", WycheproofTest::ed25519);
    }

    @Test
    void rsaWith2048Bits() {
        run("rsa_signature_2048_sha256_test.json", WycheproofTest::rsa);
    }

    /** What Wycheproof calls acceptable may go either way. */
    private static void run(String file, Function<Json, CoseKey> toCose) {
        int tests = 0;
        for (Json group : Json.read(SharedData.file("vectors/wycheproof/" + file))
                .get("testGroups")
                .list()) {
            CoseKey key = toCose.apply(group.get("publicKey"));
            for (Json test : group.get("tests").list()) {
                String result = test.get("result").text();
                SignatureCheck check = SignatureAlgorithm.check(
                        key, test.get("msg").hex(), test.get("sig").hex());
                String comment = test.get("comment").text();
                String what = "test " + test.get("tcId").text() + ": " + comment;
                switch (result) {
                    case "valid" -> assertTrue(check.isValid() || REFUSED_BY_JDK_17.contains(comment), what);
                    case "invalid" -> assertFalse(check.isValid(), what);
                    default -> assertEquals("acceptable", result, what);
                }
                tests++;
            }
        }
        assertTrue(tests > 100, tests + " tests");
    }

    private static CoseKey ec(Json key, Algorithm algorithm, int crv, int size) {
        Bytes point = key.get("uncompressed").hex();
        return new CoseKey(CborMap.builder()
                .put(CoseKey.KTY, CoseKey.KTY_EC2)
                .put(CoseKey.ALG, algorithm.number())
                .put(CoseKey.CRV, crv)
                .put(CoseKey.X, point.slice(1, 1 + size))
                .put(CoseKey.Y, point.from(1 + size))
                .build());
    }

    private static CoseKey ed25519(Json key) {
        return new CoseKey(CborMap.builder()
                .put(CoseKey.KTY, CoseKey.KTY_OKP)
                .put(CoseKey.ALG, Algorithm.EDDSA.number())
                .put(CoseKey.CRV, CoseKey.CRV_ED25519)
                .put(CoseKey.X, key.get("pk").hex())
                .build());
    }

    private static CoseKey rsa(Json key) {
        return new CoseKey(CborMap.builder()
                .put(CoseKey.KTY, CoseKey.KTY_RSA)
                .put(CoseKey.ALG, Algorithm.RS256.number())
                .put(CoseKey.N, key.get("modulus").hex())
                .put(CoseKey.E, key.get("publicExponent").hex())
                .build());
    }
}
