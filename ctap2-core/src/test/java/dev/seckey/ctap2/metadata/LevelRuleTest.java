package dev.seckey.ctap2.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.metadata.LevelFinding.Outcome;
import dev.seckey.ctap2.model.Aaguid;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelRuleTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Aaguid MODEL =
            Aaguid.parse("00000000-0000-4000-8000-000000000001").orElseThrow();
    private static final Bytes BATCH = Bytes.ofInts(1, 2, 3);
    private static final Bytes OTHER_BATCH = Bytes.ofInts(4, 5, 6);

    /**
     * A history is written "STATUS effective..sunset@version", reports divided by a comma, dates and version optional.
     * Each is judged as written and in reverse: the order in the list means nothing.
     */
    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(delimiter = '|', textBlock = """
            FIDO_CERTIFIED_L1 2024-01-01                                                        | OK   | Level 1
            FIDO_CERTIFIED_L1plus 2024-01-01                                                    | OK   | Level 1+
            FIDO_CERTIFIED_L2 2024-01-01                                                        | OK   | Level 2
            FIDO_CERTIFIED_L2plus 2024-01-01                                                    | OK   | Level 2+
            FIDO_CERTIFIED_L3 2024-01-01                                                        | OK   | Level 3
            FIDO_CERTIFIED_L3plus 2024-01-01                                                    | OK   | Level 3+
            FIDO_CERTIFIED_L2                                                                   | OK   | Level 2
            FIDO_CERTIFIED 2024-01-01                                                           | OK   | Level 1
            NOT_FIDO_CERTIFIED 2024-01-01                                                       | NONE | none
            SELF_ASSERTION_SUBMITTED 2024-01-01                                                 | NONE | none
            FIPS140_CERTIFIED_L2 2024-01-01                                                     | NONE | none
            FIPS140_CERTIFIED_L1 2024-01-01                                                     | NONE | none
            FIPS140_CERTIFIED_L3 2024-01-01                                                     | NONE | none
            FIPS140_CERTIFIED_L4 2024-01-01                                                     | NONE | none
            FIDO_CERTIFIED_L2 2024-01-01, FIPS140_CERTIFIED_L1 2025-01-01                       | OK   | Level 2
            FIDO_CERTIFIED_L2 2024-01-01, SELF_ASSERTION_SUBMITTED 2025-01-01                   | OK   | Level 2
            FIDO_CERTIFIED_L4 2024-01-01                                                        | NONE | none
            fido_certified_l2 2024-01-01                                                        | NONE | none
            FIPS140_CERTIFIED_L2 2025-01-01, FIDO_CERTIFIED_L1 2024-01-01                       | OK   | Level 1
            FIDO_CERTIFIED_L2 2024-01-01, FIDO_CERTIFIED_L1 2024-01-01                          | OK   | Level 2
            FIDO_CERTIFIED_L2 2024-01-01, FIDO_CERTIFIED_L1 2023-01-01                          | OK   | Level 2
            FIDO_CERTIFIED_L2 2024-01-01, FIDO_CERTIFIED_L1 2025-01-01                          | OK   | Level 1
            FIDO_CERTIFIED_L2, FIDO_CERTIFIED_L1 2025-01-01                                     | OK   | Level 1
            FIDO_CERTIFIED_L2 2024-01-01, FIDO_CERTIFIED 2025-01-01                             | OK   | Level 2
            FIDO_CERTIFIED_L2 2024-01-01, FIDO_CERTIFIED 2024-01-01                             | OK   | Level 2
            FIDO_CERTIFIED_L2 2024-01-01, NOT_FIDO_CERTIFIED 2023-01-01                         | OK   | Level 2
            FIDO_CERTIFIED_L2 2024-01-01, NOT_FIDO_CERTIFIED 2024-01-01                         | OK   | Level 2
            FIDO_CERTIFIED_L2 2024-01-01, NOT_FIDO_CERTIFIED 2025-01-01                         | NONE | none
            FIDO_CERTIFIED_L2 2024-01-01, NOT_FIDO_CERTIFIED 2027-01-01                         | OK   | Level 2
            FIDO_CERTIFIED_L2 2023-01-01, NOT_FIDO_CERTIFIED 2024-01-01, FIDO_CERTIFIED 2025-01-01    | OK | Level 1
            FIDO_CERTIFIED_L2 2023-01-01, NOT_FIDO_CERTIFIED 2024-01-01, FIDO_CERTIFIED_L2 2025-01-01 | OK | Level 2
            FIDO_CERTIFIED_L2 2026-11-24                                                        | OK   | Level 2
            FIDO_CERTIFIED_L2 2026-11-25                                                        | NONE | none
            FIDO_CERTIFIED_L2 2026-11-25, FIDO_CERTIFIED_L1 2024-01-01                          | OK   | Level 1
            FIDO_CERTIFIED_L2 2024-01-01..2026-11-25                                            | OK   | Level 2
            FIDO_CERTIFIED_L2 2024-01-01..2026-11-24                                            | NONE | none
            FIDO_CERTIFIED_L2 2024-01-01..2025-01-01, FIDO_CERTIFIED_L1 2023-01-01              | OK   | Level 1
            FIDO_CERTIFIED_L2 2024-01-01, REVOKED 2023-01-01                                    | FAIL | Level 2
            FIDO_CERTIFIED_L2 2024-01-01, RETIRED                                               | FAIL | Level 2
            FIDO_CERTIFIED_L2 2024-01-01, REVOKED 2027-01-01                                    | OK   | Level 2
            FIDO_CERTIFIED_L2 2024-01-01, USER_VERIFICATION_BYPASS 2023-01-01                   | FAIL | Level 2
            FIDO_CERTIFIED_L2 2024-01-01, ATTESTATION_KEY_COMPROMISE 2025-01-01                 | FAIL | Level 2
            FIDO_CERTIFIED_L2 2024-01-01, USER_KEY_REMOTE_COMPROMISE 2025-01-01                 | FAIL | Level 2
            FIDO_CERTIFIED_L2 2024-01-01, USER_KEY_PHYSICAL_COMPROMISE 2025-01-01               | FAIL | Level 2
            FIDO_CERTIFIED_L2 2024-01-01, UPDATE_AVAILABLE 2025-01-01                           | OK   | Level 2
            FIDO_CERTIFIED_L2 2024-01-01, SOMETHING_NEW 2025-01-01                              | OK   | Level 2
            """)
    void datesAndRanksDecideTheLevel(String history, Outcome outcome, String level) {
        List<StatusReport> reports = new ArrayList<>(history(history));
        for (int order = 0; order < 2; order++) {
            LevelFinding finding = judge(KeyFacts.NONE, reports);
            assertEquals(outcome, finding.outcome(), history);
            assertEquals(level, finding.level().map(CertificationLevel::title).orElse("none"), history);
            Collections.reverse(reports);
        }
    }

    @Test
    void theFindingNamesTheReportThatGaveTheLevel() {
        LevelFinding finding = judge(
                KeyFacts.NONE,
                history("FIDO_CERTIFIED_L1 2023-01-01, FIDO_CERTIFIED_L2 2024-01-01, FIDO_CERTIFIED 2025-01-01"));
        assertEquals(
                Optional.of("FIDO_CERTIFIED_L2 of 2024-01-01"), finding.basis().map(StatusReport::describe));
    }

    @Test
    void reportsNotInEffectAreNotes() {
        LevelFinding finding = judge(KeyFacts.NONE, history("FIDO_CERTIFIED_L2 2024-01-01, REVOKED 2027-01-01"));
        assertEquals(
                "not in effect on 2026-11-24: REVOKED of 2027-01-01",
                finding.notes().get(0).text());
    }

    @Test
    void anUnknownStatusIsShownAsItIs() {
        LevelFinding finding = judge(KeyFacts.NONE, history("FIDO_CERTIFIED_L2 2024-01-01, SOMETHING_NEW 2025-01-01"));
        assertTrue(finding.warnings().get(0).text().contains("SOMETHING_NEW of 2025-01-01"));
    }

    @Test
    void anUpdateAloneIsAWarning() {
        LevelFinding finding =
                judge(KeyFacts.NONE, history("FIDO_CERTIFIED_L2 2024-01-01, UPDATE_AVAILABLE 2025-01-01"));
        assertEquals(1, finding.warnings().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"REVOKED 2025-01-01", "ATTESTATION_KEY_COMPROMISE 2025-01-01", "USER_KEY_PHYSICAL_COMPROMISE"})
    void aChainClearsNothingThatConcernsTheWholeModel(String report) {
        LevelFinding finding = judge(KeyFacts.NONE, history("FIDO_CERTIFIED_L2 2024-01-01, " + report));
        assertEquals(Outcome.FAIL, finding.outcome());
        assertFalse(finding.proofMayClear());
    }

    /** What mends a compromise does not bring a withdrawn model back. */
    @ParameterizedTest
    @ValueSource(strings = {"REVOKED", "RETIRED"})
    void anUpdateMendsNoWithdrawal(String status) {
        LevelFinding finding = judge(
                KeyFacts.ofFirmware(5),
                history(status + " 2025-01-01, UPDATE_AVAILABLE 2025-02-01@5, FIDO_CERTIFIED_L2 2025-03-01@5"));
        assertEquals(Outcome.FAIL, finding.outcome());
    }

    @Test
    void aCompromisedBatchIsAWarningForAKeyOfAnother() {
        LevelFinding finding = judge(KeyFacts.NONE.withChain(List.of(OTHER_BATCH)), compromisedBatch());
        assertEquals(Outcome.OK, finding.outcome());
        assertTrue(finding.warnings().get(0).text().contains("another batch"));
    }

    @Test
    void aCompromisedBatchFailsForItsOwnKeys() {
        LevelFinding finding = judge(KeyFacts.NONE.withChain(List.of(OTHER_BATCH, BATCH)), compromisedBatch());
        assertEquals(Outcome.FAIL, finding.outcome());
        assertFalse(finding.proofMayClear());
    }

    @Test
    void aCompromisedBatchFailsWhileTheKeysOwnIsUnknown() {
        LevelFinding finding = judge(KeyFacts.NONE, compromisedBatch());
        assertEquals(Outcome.FAIL, finding.outcome());
        assertTrue(finding.proofMayClear());
    }

    /** Firmware; then the compromise, the update that mends it and the certificate after the update. */
    @ParameterizedTest(name = "firmware {0}: {1} is {2}")
    @CsvSource(delimiter = '|', textBlock = """
            5 | UPDATE_AVAILABLE 2025-02-01@5, FIDO_CERTIFIED_L2 2025-03-01@5     | OK
            6 | UPDATE_AVAILABLE 2025-02-01@5, FIDO_CERTIFIED_L2 2025-02-01@5     | OK
            5 | UPDATE_AVAILABLE 2025-02-01@5, FIDO_CERTIFIED_L3 2025-03-01@5     | OK
            4 | UPDATE_AVAILABLE 2025-02-01@5, FIDO_CERTIFIED_L2 2025-03-01@1     | FAIL
            0 | UPDATE_AVAILABLE 2025-02-01@5, FIDO_CERTIFIED_L2 2025-03-01@5     | FAIL
            5 | UPDATE_AVAILABLE 2025-02-01,   FIDO_CERTIFIED_L2 2025-03-01@5     | FAIL
            5 | UPDATE_AVAILABLE 2025-02-01@5, FIDO_CERTIFIED_L2 2025-01-15@5     | FAIL
            5 | UPDATE_AVAILABLE 2025-02-01@5, FIDO_CERTIFIED_L1 2025-03-01@5     | FAIL
            5 | UPDATE_AVAILABLE 2025-01-01@5, FIDO_CERTIFIED_L2 2025-03-01@5     | FAIL
            5 | UPDATE_AVAILABLE 2024-12-01@5, FIDO_CERTIFIED_L2 2025-03-01@5     | FAIL
            5 | UPDATE_AVAILABLE 2027-02-01@5, FIDO_CERTIFIED_L2 2025-03-01@5     | FAIL
            """)
    void aCompromiseIsMendedByALaterUpdateWithALaterCertificate(long firmware, String mending, Outcome outcome) {
        KeyFacts key = firmware == 0 ? KeyFacts.NONE : KeyFacts.ofFirmware(firmware);
        LevelFinding finding = judge(key, history("USER_KEY_REMOTE_COMPROMISE 2025-01-01, " + mending));
        assertEquals(outcome, finding.outcome());
        assertEquals(outcome == Outcome.OK, finding.failures().isEmpty());
    }

    /** 5.4.3 is 0x050403 = 328707; YubiKeys before 5.4 have decimal numbers in their certificates, such as 50100. */
    @ParameterizedTest(name = "{0} certified from {1}, key has {2}: {3}, {4} warnings")
    @CsvSource({
        "YubiKey 5 FIPS Series, 328707, 328707, OK,   0",
        "YubiKey 5 FIPS Series, 328707, 329476, OK,   0",
        "YubiKey 5 FIPS Series, 328707, 328706, FAIL, 0",
        "Security Key NFC by Yubico, 329473, 328707, FAIL, 0",
        "YubiKey 5 Series, 50100, 50099, OK, 1",
        "YubiKey 5 Series, 329473, 50100, OK, 1",
        "Another Key, 329473, 328707, OK, 1",
        "Another Key, 2, 1, OK, 1",
        "Another Key, 2, 3, OK, 0"
    })
    void aCertificateAppliesFromItsFirmwareUpward(
            String name, long certified, long firmware, Outcome outcome, int warnings) {
        MetadataEntry entry = entry(name, history("FIDO_CERTIFIED_L2 2024-01-01@" + certified));
        LevelFinding finding = LevelRule.judge(entry, KeyFacts.ofFirmware(firmware), TODAY);
        assertEquals(outcome, finding.outcome());
        assertEquals(warnings, finding.warnings().size());
    }

    @Test
    void firmwareOfAYubiKeyIsWrittenWithDots() {
        MetadataEntry entry = entry("YubiKey 5 FIPS Series", history("FIDO_CERTIFIED_L2 2024-01-01@328707"));
        LevelFinding finding = LevelRule.judge(entry, KeyFacts.ofFirmware(0x050204), TODAY);
        assertEquals(
                "firmware 5.2.4 is older than 5.4.3, from which the certificate applies",
                finding.failures().get(0).text());
    }

    private static LevelFinding judge(KeyFacts key, List<StatusReport> reports) {
        return LevelRule.judge(entry("A key", reports), key, TODAY);
    }

    private static MetadataEntry entry(String name, List<StatusReport> reports) {
        return new MetadataEntry(
                MODEL,
                name,
                MetadataEntry.FIDO2,
                OptionalLong.empty(),
                reports,
                List.of(),
                TODAY,
                List.of(),
                List.of());
    }

    private static List<StatusReport> compromisedBatch() {
        StatusReport compromise = new StatusReport(
                "ATTESTATION_KEY_COMPROMISE",
                Optional.of(LocalDate.of(2025, 1, 1)),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of(BATCH),
                Optional.empty(),
                Optional.empty());
        return List.of(compromise, report("FIDO_CERTIFIED_L2 2024-01-01"));
    }

    private static List<StatusReport> history(String text) {
        return Arrays.stream(text.split(",")).map(LevelRuleTest::report).toList();
    }

    private static StatusReport report(String text) {
        String[] versioned = text.strip().split("@");
        String[] words = versioned[0].split(" ");
        String[] dates = words.length > 1 ? words[1].split("\\.\\.") : new String[0];
        return new StatusReport(
                words[0],
                Arrays.stream(dates).findFirst().map(LocalDate::parse),
                Arrays.stream(dates).skip(1).findFirst().map(LocalDate::parse),
                versioned.length > 1 ? OptionalLong.of(Long.parseLong(versioned[1])) : OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
