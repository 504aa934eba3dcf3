package dev.seckey.ctap2.verdict;

import static dev.seckey.ctap2.verdict.Verdicts.check;
import static dev.seckey.ctap2.verdict.Verdicts.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import dev.seckey.ctap2.verdict.Verdict.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What makers and registers of weaknesses published, which a policy may warn of or fail on. */
class MakersAdvisoryTest {
    private final Bench bench = new Bench();

    @ParameterizedTest
    @CsvSource({
        "YubiKey 5 Series with NFC,           0x050403, true",
        "YubiKey 5 FIPS Series with NFC,      0x050403, true",
        "YubiKey 5 Series with NFC,           0x050700, false",
        "YubiKey Bio Series - FIDO Edition,   0x050701, true",
        "YubiKey Bio Series - FIDO Edition,   0x050702, false",
        "Security Key NFC by Yubico,          0x050403, true",
        "Security Key NFC by Yubico,          0x050700, false",
        "Acme key,                            0x010000, false"
    })
    void eucleakConcernsYubicosKeysBelowTheMendedFirmware(String model, String firmware, boolean concerned) {
        List<MakersAdvisory> found = MakersAdvisory.shipped().of(model, Optional.of(Long.decode(firmware)));
        assertEquals(
                concerned ? List.of("YSA-2024-03") : List.of(),
                found.stream().map(MakersAdvisory::id).toList());
    }

    @Test
    void aKeyThatDoesNotSayItsFirmwareMayBeConcerned() {
        assertFalse(MakersAdvisory.shipped()
                .of("YubiKey 5 Series", Optional.empty())
                .isEmpty());
    }

    @Test
    void everyAdvisoryHasItsSourceAndIsOlderThanTheTable() {
        MakersAdvisory.Table table = MakersAdvisory.shipped();
        for (MakersAdvisory advisory : table.all()) {
            assertTrue(advisory.source().startsWith("https://"), advisory.source());
            assertTrue(advisory.published().isBefore(table.compiled()));
            assertFalse(advisory.models().isEmpty());
        }
        assertEquals(LocalDate.of(2026, 11, 24), table.compiled());
    }

    @Test
    void aMakersAdvisoryWarnsOrFailsAsThePolicySays() {
        bench.name = "YubiKey 5 Series of yesterday";
        bench.profile = bench.profile.withFirmware(0x050403);
        expect(bench.judge(bench.attested()), Subject.MAKERS_ADVISORIES, Status.WARN, Outcome.ACCEPTABLE);
        bench.policy = bench.policy.failingOnAdvisories();
        expect(bench.judge(bench.attested()), Subject.MAKERS_ADVISORIES, Status.FAIL, Outcome.NOT_ACCEPTABLE);
        bench.profile = bench.profile.withFirmware(0x050701);
        expect(bench.judge(bench.attested()), Subject.MAKERS_ADVISORIES, Status.PASS, Outcome.ACCEPTABLE);
    }

    @Test
    void aMakersAdvisoryIsLabelledAsNotFromTheMetadata() {
        bench.name = "YubiKey 5 Series of yesterday";
        bench.profile = bench.profile.withFirmware(0x050403);
        assertTrue(check(bench.judge(bench.attested()), Subject.MAKERS_ADVISORIES)
                .evidence()
                .startsWith("not from FIDO's metadata: YSA-2024-03 of 2024-09-03"));
    }
}
