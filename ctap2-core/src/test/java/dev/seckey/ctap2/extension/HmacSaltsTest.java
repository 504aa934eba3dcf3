package dev.seckey.ctap2.extension;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.pinuv.PinUvAuthProtocol;
import dev.seckey.ctap2.pinuv.Secret;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Values of W3C Web Authentication Level 3, "Test Vectors", prf over CTAP2's hmac-secret. */
class HmacSaltsTest {
    private static final Bytes FIRST = Bytes.fromHex("576562417574686e20505246207465737420766563746f727302");
    private static final Bytes SECOND = Bytes.fromHex("576562417574686e20505246207465737420766563746f727303");
    private static final Bytes SALT_1 =
            Bytes.fromHex("527413ebb48293772df30f031c5ac4650c7de14bf9498671ae163447b6a772b3");
    private static final Bytes SALT_2 =
            Bytes.fromHex("d68ac03329a10ee5e0ec834492bb9a96a0e547baf563bf78ccbe8789b22e776b");
    private static final Bytes SHARED_SECRET_TWO = Bytes.fromHex("""
            0c63083de8170101d38bcf8bd72309568ddb4550867e23404b35d85712f7c20d
            8bc911ee23c06034cbc14290b9669bec07739053c5a416e313ef905c79955876
            """);
    private static final Bytes OUTPUT_ENC = Bytes.fromHex("""
            90ee52f739043bc17b3488a74306d7801debb5b61f18662c648a25b5b5678ede482cdaff99a537a44f064fcb10ce6e04
            dfd27619dc96a0daff8507e499296b1eecf0981f7c8518b277a7a3018f5ec6fb
            """);
    private static final Bytes OUTPUT_1 =
            Bytes.fromHex("3c33e07d202c3b029cc21f1722767021bf27d595933b3d2b6a1b9d5dddc77fae");
    private static final Bytes OUTPUT_2 =
            Bytes.fromHex("a62a8773b19cda90d7ed4ef72a80a804320dbd3997e2f663805ad1fd3293d50b");

    @Test
    void prfHashesItsInputsIntoSalts() {
        assertEquals(new HmacSalts(SALT_1, Optional.empty()), HmacSalts.ofPrf(FIRST, Optional.empty()));
        assertEquals(new HmacSalts(SALT_1, Optional.of(SALT_2)), HmacSalts.ofPrf(FIRST, Optional.of(SECOND)));
    }

    @Test
    void theAnswersToTwoSaltsComeApart() {
        PinUvAuthProtocol two = PinUvAuthProtocol.of(2).orElseThrow();
        try (Secret shared = Secret.copyOf(SHARED_SECRET_TWO.toArray());
                HmacOutputs outputs = HmacOutputs.taking(two.decrypt(shared, OUTPUT_ENC), true)) {
            assertArrayEquals(OUTPUT_1.toArray(), outputs.first().expose());
            assertArrayEquals(OUTPUT_2.toArray(), outputs.second().orElseThrow().expose());
        }
    }

    @Test
    void oneAnswerToTwoSaltsIsRefused() {
        Secret one = Secret.taking(new byte[32]);
        assertThrows(MalformedFault.class, () -> HmacOutputs.taking(one, true));
    }

    @Test
    void outputsAreWipedAndNeverPrinted() {
        HmacOutputs outputs = HmacOutputs.taking(Secret.taking(OUTPUT_1.toArray()), false);
        assertEquals(-1, outputs.toString().indexOf(OUTPUT_1.hex()));
        outputs.close();
        assertThrows(IllegalStateException.class, () -> outputs.first().expose());
    }

    @Test
    void aSaltOfAnotherLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new HmacSalts(FIRST, Optional.empty()));
    }

    @Test
    void protocolOneGoesWithoutSaying() {
        assertEquals(Optional.empty(), input(1).pinUvAuthProtocol());
        assertEquals(Optional.of(2), input(2).pinUvAuthProtocol());
    }

    private static HmacSecretInput input(int protocol) {
        CoseKey authenticator = CoseKey.p256(
                CoseKey.ALG_ECDH_ES_HKDF_256,
                Bytes.fromHex("a30522c2de402b561965c3cf949a1cab020c6f6ea36fcf7e911ac1a0f1515300"),
                Bytes.fromHex("9961a929abdb2f42e6566771887d41484d889e735e3248518a53112d2b915f00"));
        try (HmacSecret agreed =
                HmacSecret.agree(PinUvAuthProtocol.of(protocol).orElseThrow(), authenticator, new SecureRandom())) {
            return agreed.input(new HmacSalts(SALT_1, Optional.empty()));
        }
    }
}
