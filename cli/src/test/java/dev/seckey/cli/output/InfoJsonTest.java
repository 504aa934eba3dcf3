package dev.seckey.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.CredentialParameters;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InfoJsonTest {
    private static final CborMap REQUIRED = CborMap.builder()
            .put(AuthenticatorInfo.VERSIONS, List.of("FIDO_2_3"))
            .put(AuthenticatorInfo.AAGUID, Aaguid.NONE)
            .build();

    private static String json(CborMap members) {
        return JsonWriter.object(false, out -> InfoJson.write(out, new AuthenticatorInfo(members, List.of())));
    }

    /** A key that tells everything. */
    private static CborMap everything() {
        return REQUIRED.toBuilder()
                .put(AuthenticatorInfo.EXTENSIONS, List.of("prf"))
                .put(AuthenticatorInfo.OPTIONS, Map.of("rk", true))
                .put(AuthenticatorInfo.MAX_MSG_SIZE, 2048)
                .put(AuthenticatorInfo.PIN_UV_AUTH_PROTOCOLS, List.of(2, 1))
                .put(AuthenticatorInfo.MAX_CREDENTIAL_COUNT_IN_LIST, 8)
                .put(AuthenticatorInfo.MAX_CREDENTIAL_ID_LENGTH, 128)
                .put(AuthenticatorInfo.TRANSPORTS, List.of("usb"))
                .put(AuthenticatorInfo.ALGORITHMS, List.of(CredentialParameters.of(Algorithm.ES256)))
                .put(AuthenticatorInfo.MAX_SERIALIZED_LARGE_BLOB_ARRAY, 1024)
                .put(AuthenticatorInfo.FORCE_PIN_CHANGE, true)
                .put(AuthenticatorInfo.MIN_PIN_LENGTH, 6)
                .put(AuthenticatorInfo.FIRMWARE_VERSION, 0x50701L)
                .put(AuthenticatorInfo.MAX_CRED_BLOB_LENGTH, 32)
                .put(AuthenticatorInfo.MAX_RPIDS_FOR_SET_MIN_PIN_LENGTH, 4)
                .put(AuthenticatorInfo.PREFERRED_PLATFORM_UV_ATTEMPTS, 3)
                .put(AuthenticatorInfo.UV_MODALITY, 2L)
                .put(AuthenticatorInfo.CERTIFICATIONS, Map.of("FIDO", 2L))
                .put(AuthenticatorInfo.REMAINING_DISCOVERABLE_CREDENTIALS, 99)
                .put(
                        AuthenticatorInfo.VENDOR_PROTOTYPE_CONFIG_COMMANDS,
                        List.of(new BigInteger("18446744073709551615")))
                .put(AuthenticatorInfo.ATTESTATION_FORMATS, List.of("packed"))
                .put(AuthenticatorInfo.UV_COUNT_SINCE_LAST_PIN_ENTRY, 7)
                .put(AuthenticatorInfo.LONG_TOUCH_FOR_RESET, false)
                .put(AuthenticatorInfo.ENC_IDENTIFIER, Bytes.fromHex("01"))
                .put(AuthenticatorInfo.TRANSPORTS_FOR_RESET, List.of("usb"))
                .put(AuthenticatorInfo.PIN_COMPLEXITY_POLICY, true)
                .put(AuthenticatorInfo.PIN_COMPLEXITY_POLICY_URL, Bytes.utf8("https://example.org/pin"))
                .put(AuthenticatorInfo.MAX_PIN_LENGTH, 16)
                .put(AuthenticatorInfo.ENC_CRED_STORE_STATE, Bytes.fromHex("02"))
                .put(AuthenticatorInfo.AUTHENTICATOR_CONFIG_COMMANDS, List.of(1, 4))
                .build();
    }

    @Test
    void everyMemberHasItsName() {
        String json = json(everything());
        for (Field<?> field : AuthenticatorInfo.FIELDS) {
            assertTrue(json.contains("\"" + field.name() + "\":"), () -> field.name() + " is not in " + json);
        }
    }

    @Test
    void rareMembersAreDecoded() {
        String json = json(everything());
        for (String part : List.of(
                "\"algorithms\": [ {\"type\": \"public-key\", \"alg\": -7, \"name\": \"ES256\"} ]",
                "\"vendorPrototypeConfigCommands\": [ \"18446744073709551615\" ]",
                "\"certifications\": {\"FIDO\": 2}",
                "\"pinComplexityPolicyURL\": \"https://example.org/pin\"",
                "\"authenticatorConfigCommands\": [ 1, 4 ]",
                "\"encIdentifier\": \"AQ\"")) {
            String bare = part.replace(" ", "");
            assertTrue(json.replace(" ", "").contains(bare), () -> part + " is not in " + json);
        }
    }

    @Test
    void anAbsentMemberWithAMeaningStandsThereAndAnyOtherDoesNot() {
        assertEquals(
                "{'versions':['FIDO_2_3'],'extensions':[],'aaguid':'00000000-0000-0000-0000-000000000000','options':{},"
                        + "'maxMsgSize':1024,'pinUvAuthProtocols':[],'transports':[],'forcePINChange':false,"
                        + "'minPINLength':4,'attestationFormats':['packed'],'maxPINLength':63}",
                json(REQUIRED).replace('"', '\''));
    }

    @Test
    void whatNobodyKnowsIsKept() {
        CborMap strange = REQUIRED.toBuilder()
                .put(Field.of(0x40, "later", CborType.UNSIGNED), 5)
                .build();
        assertTrue(json(strange).endsWith("\"unknown\":{\"64\":\"5\"}}"), json(strange));
    }
}
