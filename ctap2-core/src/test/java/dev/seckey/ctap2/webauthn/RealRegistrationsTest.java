package dev.seckey.ctap2.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.published.Json;
import dev.seckey.ctap2.published.SharedData;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Registrations made by real keys, with the attestation roots that FIDO's metadata lists for their models. */
class RealRegistrationsTest {
    private static final Instant WHEN_THE_METADATA_WERE_MADE = Instant.parse("2025-05-02T00:00:00Z");

    @Test
    void signaturesAndChainsComeOutAsMarked() {
        List<Json> entries = entries();
        for (Json fixture : fixtures()) {
            String name = fixture.get("name").text();
            Attestation found = verify(fixture);
            assertEquals(
                    fixture.get("signature").text().equals("sig OK"),
                    found.signature().isValid(),
                    name);

            Aaguid model = Aaguid.parse(fixture.get("aaguid").text()).orElseThrow();
            TrustPath path = TrustPath.find(found.chain(), roots(entries, model), WHEN_THE_METADATA_WERE_MADE);
            String chain = fixture.get("chain").text();
            assertEquals(chain.startsWith("OK"), path.holds(), name + ": " + path.summary());
            if (path.holds()) {
                assertEquals(
                        chain.substring("OK ".length()),
                        Certificates.name(path.anchor().orElseThrow()),
                        name);
                assertEquals(List.of(), found.shortfalls(), name);
                assertEquals(Optional.of(model), found.certifiedAaguid(), name);
            }
        }
    }

    @Test
    void newerKeysAttestTheirFirmware() {
        assertEquals("5.4.2", firmware("YubikeyFips5Nfc"));
        assertEquals("5.5.4", firmware("YubikeyBio_5_5_4"));
    }

    @Test
    void everyRootInTheMetadataCanBeRead() {
        int roots = 0;
        for (Json entry : entries()) {
            for (Json root : entry.get("metadataStatement")
                    .get("attestationRootCertificates")
                    .list()) {
                X509Certificate certificate = Certificates.parse(root.base64());
                assertFalse(Certificates.name(certificate).isEmpty());
                assertTrue(TrustPath.find(
                                List.of(certificate),
                                List.of(certificate),
                                certificate.getNotBefore().toInstant())
                        .holds());
                roots++;
            }
        }
        assertTrue(roots > 100, roots + " roots");
    }

    private static String firmware(String name) {
        Json fixture = fixtures().stream()
                .filter(each -> each.get("name").text().equals(name))
                .findFirst()
                .orElseThrow();
        return verify(fixture).attestedFirmware().orElseThrow().toString();
    }

    private static Attestation verify(Json fixture) {
        return AttestationVerifier.verify(
                AttestationObject.parse(fixture.get("attestationObject").base64()),
                ClientData.parse(fixture.get("clientDataJSON").base64()).hash());
    }

    private static List<X509Certificate> roots(List<Json> entries, Aaguid model) {
        return entries.stream()
                .filter(entry -> entry.has("aaguid")
                        && Aaguid.parse(entry.get("aaguid").text()).equals(Optional.of(model)))
                .flatMap(entry -> entry.get("metadataStatement").get("attestationRootCertificates").list().stream())
                .map(root -> Certificates.parse(root.base64()))
                .toList();
    }

    private static List<Json> fixtures() {
        return Json.read(SharedData.file("mds/attestation-fixtures.json")).list();
    }

    private static List<Json> entries() {
        return Json.read(SharedData.file("mds/payload-no163-2025-05-02.json"))
                .get("entries")
                .list();
    }
}
