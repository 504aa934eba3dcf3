package dev.seckey.ctap2.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.TrustFault;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadReaderTest {
    private static final String MODEL = "00000000-0000-4000-8000-000000000001";

    @Test
    void valuesAndMembersNobodyKnowsYetAreNoObstacle() {
        MetadataEntry entry = only("""
                {"no": 1, "nextUpdate": "2026-12-01", "novelty": {"deep": [1, {"x": null}]}, "entries": [{
                  "aaguid": "%s",
                  "metadataStatement": {
                    "description": "A key", "friendlyNames": {"en-GB": "A key"}, "attachmentHint": ["smart-card"],
                    "keyProtection": ["made_of_cheese"],
                    "authenticatorGetInfo": {"versions": ["FIDO_2_3"], "novelty": true}},
                  "statusReports": [{"status": "FIDO_CERTIFIED_L9", "fipsRevision": 3}]}]}
                """.formatted(MODEL));
        assertEquals("A key", entry.name());
        assertEquals(List.of("smart-card"), entry.attachmentHints());
        assertEquals(List.of("FIDO_2_3"), entry.versions());
        assertEquals("FIDO_CERTIFIED_L9", entry.reports().get(0).status());
    }

    @Test
    void valuesOfAnotherTypeAreAsGoodAsAbsent() {
        StatusReport report = only("""
                {"no": 1, "entries": [{"aaguid": "%s", "metadataStatement": 7,
                  "statusReports": [{"status": "REVOKED", "effectiveDate": "soon", "authenticatorVersion": "two",
                    "certificateNumber": 12, "url": {}}]}]}
                """.formatted(MODEL)).reports().get(0);
        assertEquals("REVOKED", report.status());
        assertTrue(report.effectiveDate().isEmpty());
        assertTrue(report.authenticatorVersion().isEmpty());
        assertTrue(report.certificateNumber().isEmpty());
    }

    @Test
    void aCertificateMayHoldLineBreaks() {
        Metadata metadata = read("""
                {"no": 1, "entries": [{"aaguid": "%s", "metadataStatement": {
                  "attestationRootCertificates": ["AQ\\r\\nID", "AQID"]}}]}
                """.formatted(MODEL));
        Bytes certificate = Bytes.ofInts(1, 2, 3);
        assertEquals(
                Optional.of(certificate),
                Optional.ofNullable(metadata.certificates().get(certificate.sha256())));
        assertEquals(List.of(certificate.sha256()), metadata.entries().get(0).rootDigests());
    }

    @Test
    void aBatchIsNamedByEitherMember() {
        List<StatusReport> reports = only("""
                {"no": 1, "entries": [{"aaguid": "%s", "statusReports": [
                  {"status": "ATTESTATION_KEY_COMPROMISE", "certificate": "AQID"},
                  {"status": "ATTESTATION_KEY_COMPROMISE", "batchCertificate": "AQID"}]}]}
                """.formatted(MODEL)).reports();
        assertEquals(Optional.of(Bytes.ofInts(1, 2, 3)), reports.get(0).batchCertificate());
        assertEquals(Optional.of(Bytes.ofInts(1, 2, 3)), reports.get(1).batchCertificate());
    }

    @Test
    void otherFamiliesAndTheZeroAaguidAreCountedOnly() {
        Metadata metadata = read("""
                {"no": 1, "entries": [
                  {"aaguid": "00000000-0000-0000-0000-000000000000"},
                  {"aaguid": "%s", "metadataStatement": {"protocolFamily": "u2f"}},
                  {"attestationCertificateKeyIdentifiers": ["00"], "metadataStatement": {"protocolFamily": "u2f"}}]}
                """.formatted(MODEL));
        assertEquals(3, metadata.totalEntries());
        assertEquals(List.of(), metadata.entries());
    }

    @Test
    void aModelNamedTwiceHasBothHistories() {
        String one = TestBlobs.entry(MODEL, "A key", TestBlobs.report("FIDO_CERTIFIED_L2", "2025-01-01"));
        String two = TestBlobs.entry(MODEL, "A key", TestBlobs.report("REVOKED", "2026-01-01"));
        assertEquals(
                2, only(TestBlobs.payload(1, "2026-12-01", one, two)).reports().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"no\":1,\"entries\":[",
                "{\"no\":1,\"entries\":[]",
                "{\"no\":1,\"no\":2,\"entries\":[]}",
                "{\"no\":1,\"entries\":[{\"aaguid\":\"a\",\"aaguid\":\"b\"}]}",
                "{\"no\":NaN,\"entries\":[]}",
                "{\"no\":1,\"entries\":[]} {}",
                "{\"no\":1}",
                "{\"entries\":[]}",
                "{\"no\":123456789012345678901234567890,\"entries\":[]}"
            })
    void brokenJsonIsRefused(String json) {
        assertThrows(TrustFault.class, () -> read(json));
    }

    @Test
    void depthIsBounded() {
        String deep = "{\"no\":1,\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + ",\"entries\":[]}";
        assertThrows(TrustFault.class, () -> read(deep));
    }

    @Test
    void lengthOfATextIsBounded() {
        String name = "x".repeat(5 << 20);
        assertThrows(TrustFault.class, () -> read(TestBlobs.payload(1, "2026-12-01", TestBlobs.entry(MODEL, name))));
    }

    private static MetadataEntry only(String json) {
        List<MetadataEntry> entries = read(json).entries();
        assertEquals(1, entries.size());
        return entries.get(0);
    }

    private static Metadata read(String json) {
        return Metadata.fromPayload(json.getBytes(StandardCharsets.UTF_8), LocalDate.of(2026, 11, 24));
    }
}
