package dev.seckey.ctap2.metadata;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.metadata.LevelFinding.Outcome;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.published.SharedData;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmbeddedSnapshotTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 17);

    private final MetadataIndex snapshot = MetadataIndex.embedded();

    @Test
    void theFipsYubiKeyIsLevel2WithItsCertificate() {
        LevelFinding finding = judge("c1f9a0bc-1dd2-404a-b27f-8e29047a43fd");
        assertEquals(Optional.of(CertificationLevel.L2), finding.level());
        assertEquals(Outcome.OK, finding.outcome());
        StatusReport basis = finding.basis().orElseThrow();
        assertEquals(Optional.of("FIDO20020230328001"), basis.certificateNumber());
        assertEquals(Optional.of(LocalDate.of(2023, 3, 28)), basis.effectiveDate());
    }

    @Test
    void theYubiKey5OfFirmware5_2IsLevel1() {
        LevelFinding finding = judge("2fc0579f-8113-47ea-b116-bb5a8db9202a");
        assertEquals(Optional.of(CertificationLevel.L1), finding.level());
    }

    @Test
    void aRevokedModelFails() {
        LevelFinding finding = judge("ba86dc56-635f-4141-aef6-00227b1b9af6");
        assertEquals(Outcome.FAIL, finding.outcome());
        assertTrue(finding.failures().get(0).text().contains("revoked"));
    }

    @Test
    void aModelNewerThanTheSignedListHasTrustAnchors() {
        MetadataEntry yubiKey58 = find("0a357157-9b18-4c8a-920e-d156e972b2f8");
        assertEquals(5, snapshot.roots(yubiKey58).size());
        assertEquals(LocalDate.of(2026, 6, 17), yubiKey58.evidenceDate());
    }

    @Test
    void everyModelIsFoundByItsAaguid() {
        List<MetadataEntry> all = snapshot.entries().toList();
        assertEquals(snapshot.header().entries(), all.size());
        all.forEach(entry -> assertEquals(Optional.of(entry), snapshot.find(entry.aaguid())));
    }

    @Test
    void everyTrustAnchorOfEveryModelCanBeRead() {
        assertEquals(
                List.of(),
                snapshot.entries()
                        .filter(entry -> snapshot.roots(entry).size()
                                != entry.rootDigests().size())
                        .map(MetadataEntry::name)
                        .toList());
    }

    @Test
    void aTrustAnchorWithTrailingBytesCanBeRead() {
        assertFalse(snapshot.roots(find("4c0cf95d-2f40-43b5-ba42-4c83a11c04ba")).isEmpty());
    }

    @Test
    void allModelsKnownToBeLevel2AreFoundToBe() throws IOException {
        List<Aaguid> known = LevelTwoList.all(SharedData.file("mds/level2-known-2026-06.csv"));
        assertEquals(75, known.size());
        assertEquals(
                List.of(),
                known.stream()
                        .filter(model -> !judge(model.toString()).level().equals(Optional.of(CertificationLevel.L2)))
                        .toList());
    }

    @Test
    void compilingAgainGivesTheSameOctets() throws IOException {
        MetadataIndex compiled = SnapshotCompiler.compile(SharedData.file("mds"), SnapshotCompiler.NEWEST_EVIDENCE);
        assertArrayEquals(compiled.toByteArray(), snapshot.toByteArray());
    }

    private LevelFinding judge(String aaguid) {
        return LevelRule.judge(find(aaguid), KeyFacts.NONE, TODAY);
    }

    private MetadataEntry find(String aaguid) {
        return snapshot.find(Aaguid.parse(aaguid).orElseThrow()).orElseThrow();
    }
}
