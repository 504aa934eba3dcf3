package dev.seckey.ctap2.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.extension.HmacSalts;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.CredentialParameters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON of WebAuthn Level 3 §5.1.9 and §5.1.10. */
class OptionsJsonTest {
    private static final String ORIGIN = "https://login.example.org";
    private static final String CREATION = """
            {
              "rp": {"id": "example.org", "name": "Example", "icon": "no longer used"},
              "user": {"id": "AQID", "name": "alice", "displayName": "Alice"},
              "challenge": "AAECAwQFBgcICQoLDA0ODw",
              "pubKeyCredParams": [{"type": "public-key", "alg": -8}, {"type": "other", "alg": 1}],
              "timeout": 60000,
              "excludeCredentials": [{"type": "public-key", "id": "BAUG", "transports": ["usb"]}],
              "authenticatorSelection": {"residentKey": "required", "userVerification": "discouraged"},
              "hints": ["security-key"],
              "attestation": "direct",
              "attestationFormats": ["packed"],
              "extensions": {
                "credProps": true, "credentialProtectionPolicy": "userVerificationRequired",
                "prf": {"eval": {"first": "AQ"}}, "unknown": {"x": [1, null]}
              }
            }
            """;

    private static CreationOptions creation(String json) {
        return CreationOptions.parse(Bytes.utf8(json), ORIGIN);
    }

    @Test
    void creationOptionsAreReadWholeAndUnknownMembersLetPass() {
        CreationOptions options = creation(CREATION);
        assertEquals("example.org", options.rp().id());
        assertEquals(Bytes.ofInts(1, 2, 3), options.user().id());
        assertEquals(List.of(new CredentialParameters("public-key", -8)), options.pubKeyCredParams());
        assertEquals(Bytes.ofInts(4, 5, 6), options.excludeCredentials().get(0).id());
        assertEquals(Need.REQUIRED, options.residentKey());
        assertEquals(Need.DISCOURAGED, options.userVerification());
        assertEquals(Conveyance.DIRECT, options.attestation());
        assertEquals(List.of("packed"), options.attestationFormats());
        assertEquals(Optional.of(3), options.extensions().credProtect());
        assertEquals(
                Optional.of(HmacSalts.ofPrf(Bytes.ofInts(1), Optional.empty())),
                options.extensions().salts());
        assertTrue(options.extensions().credProps());
    }

    @Test
    void whatIsNotSaidHasTheSpecificationsMeaning() {
        CreationOptions options = creation("""
                {"rp": {"name": "Example"}, "user": {"id": "AQID", "name": "a"}, "challenge": "AA",
                 "pubKeyCredParams": [], "attestation": null}
                """);
        assertEquals("login.example.org", options.rp().id());
        assertEquals(CreationOptions.USUAL_ALGORITHMS, options.pubKeyCredParams());
        assertEquals(Need.DISCOURAGED, options.residentKey());
        assertEquals(Need.PREFERRED, options.userVerification());
        assertEquals(Conveyance.NONE, options.attestation());
    }

    @Test
    void optionsMayStandInPublicKeyAsForTheBrowsersOwnCall() {
        assertEquals(creation(CREATION), creation("{\"publicKey\": " + CREATION + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"AQID\", \"name\": \"alice\"    | \"AQ!D\", \"name\": \"alice\" | user.id is not base64url",
                "\"AQID\", \"name\": \"alice\"    | \"AQID\", \"name\": 5         | user.name should be a text",
                "\"AQID\", \"name\": \"alice\"    | \"\", \"name\": \"alice\"     | user.id should have 1 to 64 bytes",
                "\"challenge\"                    | \"chalenge\"                  | challenge is missing",
                "\"alg\": -8                      | \"alg\": \"-8\"               | pubKeyCredParams[0].alg should be a number",
                "\"id\": \"BAUG\"                 | \"ID\": \"BAUG\"              | excludeCredentials[0].id is missing",
                "\"transports\": [\"usb\"]        | \"transports\": [7]           | excludeCredentials[0].transports should hold texts",
                "{\"first\": \"AQ\"}              | {\"second\": \"AQ\"}          | extensions.prf.eval.first is missing",
                "\"timeout\": 60000,              | \"timeout\": 60000,,          | this is not valid JSON",
            })
    void anErrorNamesTheMember(String right, String wrong, String message) {
        assertTrue(CREATION.contains(right), right);
        MalformedFault fault = assertThrows(MalformedFault.class, () -> creation(CREATION.replace(right, wrong)));
        assertEquals(message, fault.getMessage());
    }

    @Test
    void anotherSitesRelyingPartyIdIsRefused() {
        MalformedFault fault = assertThrows(
                MalformedFault.class, () -> CreationOptions.parse(Bytes.utf8(CREATION), "https://example.com"));
        assertEquals("the origin \"https://example.com\" may not use the RP id \"example.org\"", fault.getMessage());
    }

    @Test
    void requestOptionsAreReadWhole() {
        RequestOptions options = RequestOptions.parse(Bytes.utf8("""
                {"challenge": "AAEC", "rpId": "example.org", "userVerification": "required", "timeout": 1,
                 "allowCredentials": [{"type": "public-key", "id": "BAUG"}],
                 "extensions": {"prf": {"evalByCredential": {"BAUG": {"first": "AQ", "second": "Ag"}}},
                                "getCredBlob": true, "largeBlob": {"read": true}}}
                """), ORIGIN);
        assertEquals("example.org", options.rpId());
        assertEquals(Need.REQUIRED, options.userVerification());
        assertEquals(
                Map.of(Bytes.ofInts(4, 5, 6), HmacSalts.ofPrf(Bytes.ofInts(1), Optional.of(Bytes.ofInts(2)))),
                options.extensions().saltsById());
        assertTrue(options.extensions().credBlob() && options.extensions().largeBlob());
    }

    @Test
    void saltsForACredentialThatIsNotAllowedAreRefused() {
        assertThrows(MalformedFault.class, () -> RequestOptions.parse(Bytes.utf8("""
                {"challenge": "AAEC", "extensions": {"prf": {"evalByCredential": {"BAUG": {"first": "AQ"}}}}}
                """), ORIGIN));
    }
}
