package dev.seckey.ctap2.webauthn;

import static dev.seckey.ctap2.webauthn.TestCertificates.BEGIN;
import static dev.seckey.ctap2.webauthn.TestCertificates.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.webauthn.TestCertificates.Issued;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrustPathTest {
    private static final Issued ROOT = TestCertificates.authority("Root").make();
    private static final Issued INTERMEDIATE =
            TestCertificates.authority("Intermediate").issuedBy(ROOT).make();
    private static final Issued LEAF =
            TestCertificates.leaf().issuedBy(INTERMEDIATE).make();
    private static final Issued DIRECT = TestCertificates.leaf().issuedBy(ROOT).make();
    private static final Issued OTHER_ROOT = TestCertificates.authority("Other").make();

    @Test
    void aLeafIssuedByARootLeadsToIt() {
        TrustPath path = find(chain(DIRECT), anchors(OTHER_ROOT, ROOT));
        assertTrue(path.holds());
        assertEquals(Optional.of(ROOT.certificate()), path.anchor());
        assertEquals("leads to CN=Root", path.summary());
    }

    @Test
    void aPathMayHaveAnIntermediate() {
        assertTrue(find(chain(LEAF, INTERMEDIATE), anchors(ROOT)).holds());
    }

    @Test
    void theRootMayStandInTheChainItself() {
        assertTrue(find(chain(LEAF, INTERMEDIATE, ROOT), anchors(ROOT)).holds());
    }

    @Test
    void anIntermediateMayBeTheAnchor() {
        TrustPath path = find(chain(LEAF), anchors(INTERMEDIATE));
        assertTrue(path.holds());
        assertEquals(Optional.of(INTERMEDIATE.certificate()), path.anchor());
        assertTrue(find(chain(LEAF, INTERMEDIATE), anchors(INTERMEDIATE)).holds());
    }

    @Test
    void theLeafItselfMayBeTheAnchor() {
        TrustPath path = find(chain(LEAF), anchors(ROOT, LEAF));
        assertTrue(path.holds());
        assertEquals(Optional.of(LEAF.certificate()), path.anchor());
    }

    @Test
    void aLeafAnchorStandsForItselfAlone() {
        assertFalse(find(chain(DIRECT), anchors(LEAF)).holds());
    }

    @Test
    void aMissingIntermediateIsSaidToLeadNowhere() {
        assertNone("issued by CN=Intermediate, which leads to none of the trust anchors", chain(LEAF), anchors(ROOT));
    }

    @Test
    void theNameOfAnAnchorAloneIsNotEnough() {
        Issued impostor = TestCertificates.authority("Root").make();
        Issued forged = TestCertificates.leaf().issuedBy(impostor).make();
        assertNone("names CN=Root as issuer, but is not validly issued by it", chain(forged), anchors(ROOT));
        assertNone("names CN=Root as issuer, but is not validly issued by it", chain(forged, impostor), anchors(ROOT));
    }

    @Test
    void aLeafThatIsNoAuthorityCannotIssue() {
        Issued issuedByLeaf = TestCertificates.leaf()
                .subject("C=SE,O=Keys AB,OU=Authenticator Attestation,CN=Forged")
                .issuedBy(DIRECT)
                .make();
        assertFalse(find(chain(issuedByLeaf, DIRECT), anchors(ROOT)).holds());
    }

    /** As the root certificates of two makers in FIDO's metadata do. */
    @Test
    void anAnchorMayIssueEvenWhereItSaysThatItIsNoAuthority() {
        Issued root = TestCertificates.authority("Root").authority(false).make();
        Issued leaf = TestCertificates.leaf().issuedBy(root).make();
        assertTrue(find(chain(leaf), anchors(root)).holds());
    }

    @Test
    void anAnchorMayBeOfVersionOne() {
        Issued root = TestCertificates.authority("Root").version1().make();
        Issued leaf = TestCertificates.leaf().issuedBy(root).make();
        assertTrue(find(chain(leaf), anchors(root)).holds());
    }

    @Test
    void anExpiredLeafIsSaidToBeExpiredAndItsAnchorIsNamed() {
        Issued expired = TestCertificates.leaf()
                .valid(BEGIN, Instant.parse("2024-03-01T12:00:00Z"))
                .issuedBy(ROOT)
                .make();
        TrustPath path = find(chain(expired), anchors(ROOT));
        assertFalse(path.holds());
        assertEquals(Optional.of(ROOT.certificate()), path.anchor());
        String expiry = "CN=Keys Model 1,OU=Authenticator Attestation,O=Keys AB,C=SE expired on 2024-03-01";
        assertEquals(Optional.of(expiry), path.outOfDate());
        assertEquals("leads to CN=Root, but " + expiry, path.summary());
    }

    @Test
    void anExpiredLeafAnchorIsSaidToBeExpired() {
        Issued expired = TestCertificates.leaf()
                .valid(BEGIN, Instant.parse("2024-03-01T12:00:00Z"))
                .make();
        TrustPath path = find(chain(expired), anchors(expired));
        assertFalse(path.holds());
        assertEquals(Optional.of(expired.certificate()), path.anchor());
    }

    @Test
    void aLeafOfTheFutureIsNotYetValid() {
        Issued future = TestCertificates.leaf()
                .valid(Instant.parse("2026-01-01T00:00:00Z"), TestCertificates.END)
                .issuedBy(ROOT)
                .make();
        TrustPath path = find(chain(future), anchors(ROOT));
        assertFalse(path.holds());
        assertTrue(path.summary().endsWith("is not valid before 2026-01-01"), path.summary());
    }

    @Test
    void anExpiredIntermediateIsSaidToBeExpired() {
        Issued expired = TestCertificates.authority("Old")
                .valid(BEGIN, Instant.parse("2024-03-01T12:00:00Z"))
                .issuedBy(ROOT)
                .make();
        Issued leaf = TestCertificates.leaf().issuedBy(expired).make();
        assertEquals(
                Optional.of("CN=Old expired on 2024-03-01"),
                find(chain(leaf, expired), anchors(ROOT)).outOfDate());
    }

    @Test
    void anAnchorIsTrustedBeyondItsOwnDates() {
        Issued oldRoot = TestCertificates.authority("Old Root")
                .valid(BEGIN, Instant.parse("2024-03-01T12:00:00Z"))
                .make();
        Issued leaf = TestCertificates.leaf().issuedBy(oldRoot).make();
        assertTrue(find(chain(leaf), anchors(oldRoot)).holds());
    }

    @Test
    void aCriticalExtensionThatNobodyKnowsBreaksThePath() {
        Issued odd = TestCertificates.leaf()
                .octets("1.3.6.1.4.1.99999.1", true, Bytes.ofInts(1))
                .issuedBy(ROOT)
                .make();
        assertFalse(find(chain(odd), anchors(ROOT)).holds());
    }

    @Test
    void aNameCannotMoveTheCursorOfATerminal() {
        Issued odd = TestCertificates.authority("Root\u001b[2K\u202e").make();
        assertEquals("leads to CN=Root?[2K?", find(chain(odd), anchors(odd)).summary());
    }

    @Test
    void nothingLeadsNowhere() {
        assertNone("there is no certificate", List.of(), anchors(ROOT));
        assertNone("no trust anchor is known", chain(LEAF), List.of());
    }

    private static TrustPath find(List<X509Certificate> x5c, List<X509Certificate> anchors) {
        return TrustPath.find(x5c, anchors, NOW);
    }

    private static void assertNone(String summary, List<X509Certificate> x5c, List<X509Certificate> anchors) {
        assertEquals(new TrustPath(Optional.empty(), Optional.empty(), summary), find(x5c, anchors));
    }

    private static List<X509Certificate> chain(Issued... certificates) {
        return Arrays.stream(certificates).map(Issued::certificate).toList();
    }

    private static List<X509Certificate> anchors(Issued... certificates) {
        return Stream.of(certificates).map(Issued::certificate).toList();
    }
}
