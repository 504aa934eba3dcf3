package dev.seckey.ctap2.verdict;

import static dev.seckey.ctap2.verdict.Verdicts.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.metadata.IndexHeader;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import dev.seckey.ctap2.verdict.Verdict.Outcome;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How old the knowledge is that a verdict rests on. */
class MetadataCheckTest {
    private final Bench bench = new Bench();

    @Test
    void metadataThatShouldHaveBeenReplacedIsAWarning() {
        bench.nextUpdate = LocalDate.of(2026, 11, 23);
        expect(bench.judge(bench.attested()), Subject.METADATA, Status.WARN, Outcome.ACCEPTABLE);
    }

    @ParameterizedTest
    @EnumSource
    void metadataOlderThanThePolicyAllowsLeavesTheQuestionOpen(IndexHeader.Kind kind) {
        bench.kind = kind;
        bench.verified = LocalDate.of(2025, 11, 23);
        bench.nextUpdate = LocalDate.of(2026, 12, 20);
        expect(bench.judge(bench.attested()), Subject.METADATA, Status.UNKNOWN, Outcome.CANNOT_TELL);
        bench.verified = LocalDate.of(2025, 11, 24);
        assertEquals(Outcome.ACCEPTABLE, bench.judge(bench.attested()).outcome());
    }

    // --- simulated models
}
