package dev.seckey.ctap2.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.published.Json;
import dev.seckey.ctap2.published.SharedData;
import dev.seckey.ctap2.webauthn.Attestation.Kind;
import dev.seckey.ctap2.webauthn.SignatureCheck.Outcome;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All ceremonies of W3C Web Authentication Level 3, "Test Vectors". */
class W3cVectorsTest {
    private static final Map<String, Kind> KINDS = Map.ofEntries(
            Map.entry("none-es256", Kind.NONE),
            Map.entry("none-es256-crossOrigin", Kind.NONE),
            Map.entry("none-es256-topOrigin", Kind.NONE),
            Map.entry("none-es256-long-credential-id", Kind.NONE),
            Map.entry("packed-self-es256", Kind.SELF),
            Map.entry("packed-es256", Kind.BASIC),
            Map.entry("packed-es384", Kind.BASIC),
            Map.entry("packed-es512", Kind.BASIC),
            Map.entry("packed-rs256", Kind.BASIC),
            Map.entry("packed-eddsa", Kind.BASIC),
            Map.entry("packed-ed448", Kind.BASIC),
            Map.entry("fido-u2f-es256", Kind.BASIC),
            Map.entry("tpm-es256", Kind.FOREIGN),
            Map.entry("android-key-es256", Kind.FOREIGN),
            Map.entry("apple-es256", Kind.FOREIGN));

    @Test
    void everyRegistrationComesOutAsItsKindShould() {
        List<Json> ceremonies = ceremonies().toList();
        assertEquals(KINDS.size(), ceremonies.size());
        for (Json ceremony : ceremonies) {
            String id = ceremony.get("id").text();
            Attestation found = AttestationVerifier.verify(
                    attestation(ceremony), clientData(ceremony, "registration").hash());
            Kind kind = KINDS.get(id);
            assertEquals(kind, found.kind(), id);
            boolean signed = kind == Kind.SELF || kind == Kind.BASIC;
            assertEquals(
                    signed ? Outcome.VALID : Outcome.NOT_CHECKED,
                    found.signature().outcome(),
                    id);
        }
    }

    @Test
    void everyCertificateLeadsToTheRootAndPackedOnesFallShortOfNothing() {
        X509Certificate root = W3cCeremonies.root();
        for (Json ceremony : ceremonies().toList()) {
            Attestation found = AttestationVerifier.verify(
                    attestation(ceremony), clientData(ceremony, "registration").hash());
            if (found.kind() == Kind.BASIC) {
                String id = ceremony.get("id").text();
                assertTrue(
                        TrustPath.find(found.chain(), List.of(root), Instant.parse("2026-01-01T00:00:00Z"))
                                .holds(),
                        id);
                assertEquals(id.startsWith("packed") ? 0 : 1, found.shortfalls().size(), id);
            }
        }
    }

    @Test
    void everyAssertionHoldsButTheOneByEd448() {
        for (Json ceremony : ceremonies().toList()) {
            String id = ceremony.get("id").text();
            Json authentication = ceremony.get("authentication");
            AssertionCheck check = AssertionVerifier.verify(
                    AuthenticatorData.parse(
                            authentication.get("authenticatorData").hex()),
                    clientData(ceremony, "authentication").hash(),
                    authentication.get("signature").hex(),
                    attestation(ceremony).authData().credential().orElseThrow().publicKey(),
                    "example.org");
            assertTrue(check.rpIdMatches(), id);
            assertEquals(
                    id.equals("packed-ed448")
                            ? SignatureCheck.notChecked("signatures by COSE algorithm -53 are not verified")
                            : SignatureCheck.VALID,
                    check.signature(),
                    id);
        }
    }

    @Test
    void theClientDataHoldTheChallengeAndTheOrigin() {
        for (Json ceremony : ceremonies().toList()) {
            String id = ceremony.get("id").text();
            Bytes challenge = ceremony.get("registration").get("challenge").hex();
            ClientData clientData = clientData(ceremony, "registration");
            assertEquals(ClientData.CREATE, clientData.type(), id);
            assertEquals(challenge, clientData.challenge(), id);
            assertEquals("https://example.org", clientData.origin(), id);
            assertEquals(id.endsWith("Origin"), clientData.crossOrigin(), id);
            assertEquals(ClientData.GET, clientData(ceremony, "authentication").type(), id);
        }
    }

    private static Stream<Json> ceremonies() {
        return Json.read(SharedData.file("vectors/w3c-webauthn.json")).list().stream()
                .filter(each -> each.has("registration"));
    }

    private static AttestationObject attestation(Json ceremony) {
        return AttestationObject.parse(
                ceremony.get("registration").get("attestationObject").hex());
    }

    private static ClientData clientData(Json ceremony, String part) {
        return ClientData.parse(ceremony.get(part).get("clientDataJSON").hex());
    }
}
