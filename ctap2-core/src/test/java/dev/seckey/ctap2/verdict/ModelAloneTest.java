package dev.seckey.ctap2.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.verdict.ModelRules.MinimumFirmware;
import dev.seckey.ctap2.verdict.Verdict.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be said of a model of which no key is at hand. */
class ModelAloneTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private static Outcome outcome(String aaguid, Policy policy) {
        Aaguid model = Aaguid.parse(aaguid).orElseThrow();
        Optional<MetadataEntry> entry = MetadataIndex.embedded().find(model);
        return Verdict.outcome(Judge.judgeModel(model, entry, policy, TODAY));
    }

    private static Policy asking(long firmware) {
        return Policies.ANY.with(new ModelRules(
                Set.of(), List.of(), Set.of(), List.of(), List.of(new MinimumFirmware("Yubico", firmware))));
    }

    /** The metadata say from which firmware a model can be trusted, in one of two notations, and not where it ends. */
    @ParameterizedTest
    @CsvSource({
        "c1f9a0bc-1dd2-404a-b27f-8e29047a43fd, 0x050402, ACCEPTABLE",
        "c1f9a0bc-1dd2-404a-b27f-8e29047a43fd, 0x050403, CANNOT_TELL",
        "fa2b99dc-9e39-4257-8f92-4a30d23c4118, 0x050100, ACCEPTABLE",
        "fa2b99dc-9e39-4257-8f92-4a30d23c4118, 0x050101, CANNOT_TELL"
    })
    void itsOldestFirmwareIsHeldAgainstThePolicy(String aaguid, String firmware, Outcome outcome) {
        assertEquals(outcome, outcome(aaguid, asking(Long.decode(firmware))));
    }

    @ParameterizedTest
    @CsvSource({"c1f9a0bc-1dd2-404a-b27f-8e29047a43fd, CANNOT_TELL", "d7781e5d-e353-46aa-afe2-3ca49f13332a, ACCEPTABLE"
    })
    void anAdvisoryThatMendedFirmwareEndsIsOpenWhereAKeyMayHaveThat(String aaguid, Outcome outcome) {
        assertEquals(outcome, outcome(aaguid, Policies.ANY.failingOnAdvisories()));
        assertEquals(Outcome.ACCEPTABLE, outcome(aaguid, Policies.ANY));
    }

    @ParameterizedTest
    @CsvSource({"c1f9a0bc-1dd2-404a-b27f-8e29047a43fd", "00000000-0000-4000-8000-0000000000ff"})
    void whatIsDeniedIsDeniedWhetherItIsKnownOrNot(String aaguid) {
        Policy denying = Policies.ANY.with(
                new ModelRules(Set.of(), List.of(), Set.of(Aaguid.parse(aaguid).orElseThrow()), List.of(), List.of()));
        assertEquals(Outcome.NOT_ACCEPTABLE, outcome(aaguid, denying));
        assertEquals(Outcome.ACCEPTABLE, outcome(aaguid, Policies.ANY));
    }
}
