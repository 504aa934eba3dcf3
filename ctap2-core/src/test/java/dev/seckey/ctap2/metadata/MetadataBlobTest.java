package dev.seckey.ctap2.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.fault.TrustFault;
import dev.seckey.ctap2.fault.TrustFault.Flaw;
import dev.seckey.ctap2.published.SharedData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataBlobTest {
    private static final String MODEL = "00000000-0000-4000-8000-000000000001";
    private static final String PAYLOAD = TestBlobs.payload(
            7,
            "2026-12-01",
            TestBlobs.entry(MODEL, "A key", TestBlobs.report("FIDO_CERTIFIED_L2", "2025-01-01")),
            "{\"aaid\":\"1234#5678\",\"metadataStatement\":{\"protocolFamily\":\"uaf\"}}");

    private final TestBlobs service = TestBlobs.service();
    private final TestAuthority otherRoot = TestAuthority.root("CN=Another Root");
    private final X509Certificate signer = service.signer().certificate();
    private final X509Certificate intermediate = service.intermediate().certificate();

    @Test
    void aSignedBlobIsReadWithItsSignerAndRoot() {
        Metadata metadata = MetadataBlob.verify(service.blob(PAYLOAD), TestBlobs.NOW, service.anchors());
        assertEquals(7, metadata.number());
        assertEquals(Optional.of(LocalDate.of(2026, 12, 1)), metadata.nextUpdate());
        assertEquals(1, metadata.entries().size());
        assertEquals(2, metadata.totalEntries());
        assertEquals(Optional.of("CN=mds.fidoalliance.org"), metadata.signer());
        assertEquals(Optional.of("CN=Test Metadata Root"), metadata.root());
        assertEquals(
                "revocation of the signer not checked: offline",
                metadata.notes().get(0));
    }

    @Test
    void aBlobSignedWithRsaIsAccepted() {
        TestBlobs rsa = TestBlobs.service("RSA", TestBlobs.HOST, TestAuthority.FROM, TestAuthority.TO);
        assertEquals(
                7,
                MetadataBlob.verify(rsa.blob(PAYLOAD), TestBlobs.NOW, rsa.anchors())
                        .number());
    }

    @Test
    void theRootItselfMayComeAlong() {
        byte[] blob = service.blob(PAYLOAD, signer, intermediate, service.root().certificate());
        assertEquals(
                7, MetadataBlob.verify(blob, TestBlobs.NOW, service.anchors()).number());
        assertRefused("known root", blob, List.of(otherRoot.certificate()));
    }

    @Test
    void aRootCrossSignedByAnotherIsAcceptedWithEither() {
        byte[] blob = service.blob(PAYLOAD, signer, intermediate, otherRoot.crossSign(service.root()));
        assertEquals(
                7, MetadataBlob.verify(blob, TestBlobs.NOW, service.anchors()).number());
        assertEquals(
                7,
                MetadataBlob.verify(blob, TestBlobs.NOW, List.of(otherRoot.certificate()))
                        .number());
        assertRefused("known root", blob, MetadataRoots.standard());
    }

    @Test
    void aBlobOfAnUnknownRootIsRefused() {
        assertRefused("does not chain to a known root", service.blob(PAYLOAD), MetadataRoots.standard());
    }

    @Test
    void aSignerThatVouchesForItselfIsRefused() {
        TestAuthority self = TestAuthority.selfSigned(TestBlobs.HOST);
        TestBlobs forger = new TestBlobs(service.root(), service.intermediate(), self);
        assertRefused("known root", forger.blob(PAYLOAD, self.certificate()), service.anchors());
        assertRefused(
                "known root",
                forger.blob(PAYLOAD, self.certificate(), service.root().certificate()),
                service.anchors());
    }

    @Test
    void tenThousandModelsAreReadAndFound() {
        byte[] blob = service.blob(LargeBlobs.payload(8, 10_000, 0));
        Metadata metadata = MetadataBlob.verify(blob, TestBlobs.NOW, service.anchors());
        assertEquals(10_000, metadata.entries().size());
    }

    @Test
    void eachFlawIsToldApart() {
        Instant end = Instant.parse("2026-03-01T00:00:00Z");
        TestBlobs expired = TestBlobs.service("EC", TestBlobs.HOST, TestAuthority.FROM, end);
        TestBlobs shop = TestBlobs.service("EC", "shop.example", TestAuthority.FROM, TestAuthority.TO);
        byte[] blob = service.blob(PAYLOAD);
        assertFlaw(Flaw.EXPIRED, expired.blob(PAYLOAD), TestBlobs.NOW, expired.anchors());
        assertFlaw(Flaw.NOT_YET_VALID, blob, Instant.parse("2025-12-31T00:00:00Z"), service.anchors());
        assertFlaw(Flaw.UNKNOWN_ROOT, blob, TestBlobs.NOW, MetadataRoots.standard());
        assertFlaw(Flaw.OTHER_SIGNER, shop.blob(PAYLOAD), TestBlobs.NOW, shop.anchors());
        blob[blob.length - 5] ^= 1;
        assertFlaw(Flaw.NOT_VALID, blob, TestBlobs.NOW, service.anchors());
    }

    private static void assertFlaw(Flaw flaw, byte[] blob, Instant at, List<X509Certificate> anchors) {
        assertEquals(
                flaw,
                assertThrows(TrustFault.class, () -> MetadataBlob.verify(blob, at, anchors))
                        .flaw());
    }

    @Test
    void anyChangedCharacterIsRefused() {
        byte[] blob = service.blob(PAYLOAD);
        int payload = new String(blob, StandardCharsets.US_ASCII).indexOf('.') + 20;
        for (int place : new int[] {payload, blob.length - 40, blob.length - 1}) {
            byte[] changed = blob.clone();
            changed[place] = (byte) (changed[place] == 'A' ? 'B' : 'A');
            assertRefused("", changed, service.anchors());
        }
    }

    @Test
    void aSignatureOfAnotherPayloadIsRefused() {
        String[] one = new String(service.blob(PAYLOAD), StandardCharsets.US_ASCII).split("\\.");
        String[] other =
                new String(service.blob(TestBlobs.payload(8, "2026-12-01")), StandardCharsets.US_ASCII).split("\\.");
        byte[] mixed = (one[0] + "." + other[1] + "." + one[2]).getBytes(StandardCharsets.US_ASCII);
        assertRefused("signature of the metadata BLOB is wrong", mixed, service.anchors());
    }

    @Test
    void aSignerForAnotherHostIsRefused() {
        TestBlobs shop = TestBlobs.service("EC", "shop.example", TestAuthority.FROM, TestAuthority.TO);
        assertRefused("signed by shop.example, not by mds.fidoalliance.org", shop.blob(PAYLOAD), shop.anchors());
    }

    @Test
    void anExpiredSignerIsRefusedAndAcceptedAtItsOwnDate() {
        Instant end = Instant.parse("2026-03-01T00:00:00Z");
        TestBlobs expired = TestBlobs.service("EC", TestBlobs.HOST, TestAuthority.FROM, end);
        assertRefused("the signer's certificate expired on 2026-03-01", expired.blob(PAYLOAD), expired.anchors());
        Metadata metadata =
                MetadataBlob.verify(expired.blob(PAYLOAD), Instant.parse("2026-02-01T00:00:00Z"), expired.anchors());
        assertEquals(LocalDate.of(2026, 2, 1), metadata.entries().get(0).evidenceDate());
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "RS1", "ES384", ""})
    void anyOtherAlgorithmIsRefused(String algorithm) {
        String header = "\"alg\":\"" + algorithm + "\"," + TestBlobs.x5c(signer, intermediate);
        assertRefused("only RS256 and ES256", service.blobWithHeader(header, PAYLOAD), service.anchors());
    }

    @Test
    void anAlgorithmThatTheKeyCannotHaveIsRefused() {
        String header = "\"alg\":\"RS256\"," + TestBlobs.x5c(signer, intermediate);
        assertRefused("does not fit", service.blobWithHeader(header, PAYLOAD), service.anchors());
    }

    @Test
    void certificatesFromElsewhereAreNotFetched() {
        String header = "\"alg\":\"ES256\",\"x5u\":\"https://example.org/c.pem\"," + TestBlobs.x5c(signer);
        assertRefused("x5u", service.blobWithHeader(header, PAYLOAD), service.anchors());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>blocked by the proxy</html>", "a.b", "a.b.c.d", "!.!.!", "e30=.e30.e30", "e31.e30.e30"
            })
    void whatIsNoTokenIsCalledSo(String text) {
        assertRefused("no metadata BLOB", text.getBytes(StandardCharsets.UTF_8), service.anchors());
    }

    @Test
    void evidenceIsNoNewerThanTheNextUpdate() {
        byte[] old = service.blob(TestBlobs.payload(7, "2026-06-01", TestBlobs.entry(MODEL, "A key")));
        Metadata metadata = MetadataBlob.verify(old, TestBlobs.NOW, service.anchors());
        assertEquals(LocalDate.of(2026, 6, 1), metadata.entries().get(0).evidenceDate());
    }

    /** Real BLOB no. 122, whose signer was valid in December 2024. */
    @Test
    void theRealBlobOfDecember2024IsAcceptedAtItsDateOnly() throws IOException {
        byte[] blob = Files.readAllBytes(SharedData.file("mds/blob-no122-2024-12-20.jwt"));
        Metadata metadata = MetadataBlob.verify(blob, Instant.parse("2024-12-20T12:00:00Z"), MetadataRoots.standard());
        assertEquals(122, metadata.number());
        assertEquals(281, metadata.totalEntries());
        assertEquals(26, levelTwo(metadata, LocalDate.of(2024, 12, 20)));
        assertRefused("expired on", blob, MetadataRoots.standard());
    }

    @Test
    void allLevel2ModelsOfPayload163AreFound() throws IOException {
        LocalDate date = LocalDate.of(2025, 5, 2);
        Metadata metadata =
                Metadata.fromPayload(Files.readAllBytes(SharedData.file("mds/payload-no163-2025-05-02.json")), date);
        assertEquals(372, metadata.totalEntries());
        assertEquals(239, metadata.entries().size());
        assertEquals(54, levelTwo(metadata, date));
    }

    private static long levelTwo(Metadata metadata, LocalDate today) {
        return metadata.entries().stream()
                .map(entry -> LevelRule.judge(entry, KeyFacts.NONE, today))
                .filter(finding -> finding.level().equals(Optional.of(CertificationLevel.L2)))
                .count();
    }

    private static void assertRefused(String reason, byte[] blob, List<X509Certificate> anchors) {
        TrustFault fault = assertThrows(TrustFault.class, () -> MetadataBlob.verify(blob, TestBlobs.NOW, anchors));
        assertTrue(fault.getMessage().contains(reason), fault.getMessage());
    }
}
