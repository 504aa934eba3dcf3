package dev.seckey.ctap2.pinuv;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.CoseKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinUvAuthProtocolTest {
    private static final PinUvAuthProtocol ONE = PinUvAuthProtocol.of(1).orElseThrow();
    private static final PinUvAuthProtocol TWO = PinUvAuthProtocol.of(2).orElseThrow();

    /** The exchange of python-fido2, tests/test_ctap2.py, with a fixed platform key. */
    private static final P256KeyPair PLATFORM =
            P256KeyPair.of(Bytes.fromHex("7452e599fee739d8a653f6a507343d12d382249108a651402520b72f24fe7684"));

    private static final CoseKey AUTHENTICATOR = CoseKey.p256(
            CoseKey.ALG_ECDH_ES_HKDF_256,
            Bytes.fromHex("0501d5bc78da9252560a26cb08fcc60cbe0b6d3b8e1d1fcee514fac0af675168"),
            Bytes.fromHex("d551b3ed46f665731f95b4532939c25d91db7eb844bd96d4abd4083785f8df47"));

    /** Of W3C Web Authentication Level 3, "Test Vectors", for CTAP2's hmac-secret. */
    private static final P256KeyPair W3C_PLATFORM =
            P256KeyPair.of(Bytes.fromHex("0971bc7fb1be48270adcd3d9a5fc15d5fb0f335b3071ff36a54c007fa6c76514"));

    private static final CoseKey W3C_AUTHENTICATOR = CoseKey.p256(
            CoseKey.ALG_ECDH_ES_HKDF_256,
            Bytes.fromHex("a30522c2de402b561965c3cf949a1cab020c6f6ea36fcf7e911ac1a0f1515300"),
            Bytes.fromHex("9961a929abdb2f42e6566771887d41484d889e735e3248518a53112d2b915f00"));

    private static final Bytes W3C_SALT =
            Bytes.fromHex("527413ebb48293772df30f031c5ac4650c7de14bf9498671ae163447b6a772b3");

    private static final Bytes W3C_SALT_ENC = Bytes.fromHex("""
            23dde5e3462daf36559b85c4ac5f9656aa9bfd81c1dc2bf8533c8b9f3882854786b4f500e25b4e3d81f7fc7c74236229
            """);

    @Test
    void thePlatformKeyHasItsPublicKey() {
        assertEquals(
                CoseKey.p256(
                        CoseKey.ALG_ECDH_ES_HKDF_256,
                        Bytes.fromHex("44d78d7989b97e62ea993496c9ef6e8fd58b8b00715f9a89153ddd9c4657e47f"),
                        Bytes.fromHex("ec802ee7d22bd4e100f12e48537eb4e7e96ed3a47a0a3bd5f5eeab65001664f9")),
                PLATFORM.publicKey());
    }

    @Test
    void protocolOneAgreesOnTheSecretOfPythonFido2() {
        assertSecret(
                "c42a039d548100dfba521e487debcbbb8b66bb7496f8b1862a7a395ed83e1a1c", ONE.agree(PLATFORM, AUTHENTICATOR));
    }

    @Test
    void protocolOneGetsAToken() {
        try (Secret shared = ONE.agree(PLATFORM, AUTHENTICATOR)) {
            assertEquals(
                    "afe8327ce416da8ee3d057589c2ce1a9",
                    ONE.encryptHash(shared, pin("1234"), fixed(0)).hex());
            assertSecret(
                    "aff12c6dcfbf9df52f7a09211e8865cd",
                    ONE.decrypt(shared, Bytes.fromHex("7a9f98e31b77be90f9c64d12e9635040")));
        }
    }

    @Test
    void protocolOneSetsAPin() {
        try (Secret shared = ONE.agree(PLATFORM, AUTHENTICATOR)) {
            Bytes newPinEnc = ONE.encryptNew(shared, pin("1234"), fixed(0));
            assertEquals(Bytes.fromHex("""
                    0222fc42c6dd76a274a7057858b9b29d98e8a722ec2dc6668476168c5320473c
                    ec9907b4cd76ce7943c96ba5683943211d84471e64d9c51e54763488cd66526a
                    """), newPinEnc);
            Bytes param = Bytes.fromHex("7b40c084ccc5794194189ab57836475f");
            assertEquals(param, ONE.authenticate(shared, newPinEnc.toArray()));
            assertTrue(ONE.verify(shared, newPinEnc.toArray(), param));
            assertFalse(ONE.verify(shared, newPinEnc.toArray(), param.slice(0, 15)));
            assertFalse(ONE.verify(shared, new byte[64], param));
        }
    }

    @Test
    void protocolOneChangesAPin() {
        try (Secret shared = ONE.agree(PLATFORM, AUTHENTICATOR)) {
            Bytes newPinEnc = ONE.encryptNew(shared, pin("4321"), fixed(0));
            assertEquals(Bytes.fromHex("""
                    4280e14aac4fcbf02dd079985f0c0ffc9ea7d5f9c173fd1a4c843826f7590cb3
                    c2d080c6923e2fe6d7a52c31ea1309d3fcca3dedae8a2ef14b6330cafc79339e
                    """), newPinEnc);
            Bytes pinHashEnc = ONE.encryptHash(shared, pin("1234"), fixed(0));
            assertEquals(
                    "fb97e92f3724d7c85e001d7f93e6490a",
                    ONE.authenticate(shared, newPinEnc.plus(pinHashEnc).toArray())
                            .hex());
        }
    }

    @Test
    void bothProtocolsAgreeOnTheSecretsOfTheW3c() {
        assertSecret(
                "23e5ed7157c25892b77732fb9c8a107e3518800db2af4142f9f4adfacb771d39",
                ONE.agree(W3C_PLATFORM, W3C_AUTHENTICATOR));
        assertSecret(
                "0c63083de8170101d38bcf8bd72309568ddb4550867e23404b35d85712f7c20d"
                        + "8bc911ee23c06034cbc14290b9669bec07739053c5a416e313ef905c79955876",
                TWO.agree(W3C_PLATFORM, W3C_AUTHENTICATOR));
    }

    @Test
    void protocolOneEncryptsTheSaltOfTheW3c() {
        try (Secret shared = ONE.agree(W3C_PLATFORM, W3C_AUTHENTICATOR)) {
            assertEquals(
                    "ab8c878bb05d04700f077ed91845ec9c503c925cb12b327ddbeb4243c397f913",
                    ONE.encrypt(shared, W3C_SALT.toArray(), fixed(0)).hex());
        }
    }

    @Test
    void protocolTwoEncryptsTheSaltOfTheW3cUnderItsIv() {
        byte[] iv = W3C_SALT_ENC.slice(0, 16).toArray();
        SecureRandom random = new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] out) {
                System.arraycopy(iv, 0, out, 0, out.length);
            }
        };
        try (Secret shared = TWO.agree(W3C_PLATFORM, W3C_AUTHENTICATOR)) {
            assertEquals(W3C_SALT_ENC, TWO.encrypt(shared, W3C_SALT.toArray(), random));
            assertSecret(W3C_SALT.hex(), TWO.decrypt(shared, W3C_SALT_ENC));
        }
    }

    @Test
    void protocolTwoTakesAFreshIvForEachMessage() {
        try (Secret shared = TWO.agree(PLATFORM, AUTHENTICATOR)) {
            Bytes first = TWO.encryptHash(shared, pin("1234"), fixed(1));
            Bytes second = TWO.encryptHash(shared, pin("1234"), fixed(2));
            assertEquals("01".repeat(16), first.slice(0, 16).hex());
            assertEquals("02".repeat(16), second.slice(0, 16).hex());
            assertEquals(TWO.decrypt(shared, first).size(), 16);
            assertArrayEquals(
                    TWO.decrypt(shared, first).expose(),
                    TWO.decrypt(shared, second).expose());
        }
    }

    @Test
    void protocolTwoSignsWithTheFirstHalfOfTheSecretAnd32Bytes() {
        try (Secret shared = TWO.agree(PLATFORM, AUTHENTICATOR);
                Secret half = Secret.copyOf(Arrays.copyOf(shared.expose(), 32))) {
            Bytes signature = TWO.authenticate(shared, new byte[] {1});
            assertEquals(32, signature.size());
            assertEquals(signature, TWO.authenticate(half, new byte[] {1}));
            assertEquals(signature.slice(0, 16), ONE.authenticate(half, new byte[] {1}));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatCannotBeACiphertextIsMalformed(int number) {
        PinUvAuthProtocol protocol = PinUvAuthProtocol.of(number).orElseThrow();
        try (Secret shared = protocol.agree(PLATFORM, AUTHENTICATOR)) {
            int least = number == 1 ? 16 : 32;
            for (int size = 0; size <= 100; size++) {
                Bytes garbage = Bytes.of(new byte[size]);
                if (size >= least && size % 16 == 0) {
                    assertEquals(
                            size - least + 16, protocol.decrypt(shared, garbage).size());
                } else {
                    assertThrows(MalformedFault.class, () -> protocol.decrypt(shared, garbage), size + " bytes");
                }
            }
        }
    }

    @Test
    void thereIsNoThirdProtocol() {
        assertEquals(Optional.empty(), PinUvAuthProtocol.of(0));
        assertEquals(Optional.empty(), PinUvAuthProtocol.of(3));
    }

    private static Pin pin(String digits) {
        return Pin.takingChars(digits.toCharArray());
    }

    private static void assertSecret(String hex, Secret secret) {
        assertEquals(hex, Bytes.of(secret.expose()).hex());
    }

    /** "Random" bytes that all are the same. */
    private static SecureRandom fixed(int value) {
        return new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] out) {
                Arrays.fill(out, (byte) value);
            }
        };
    }
}
