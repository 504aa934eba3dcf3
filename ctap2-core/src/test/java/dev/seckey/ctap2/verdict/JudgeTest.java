package dev.seckey.ctap2.verdict;

import static dev.seckey.ctap2.verdict.Verdicts.check;
import static dev.seckey.ctap2.verdict.Verdicts.expect;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.transport.Transport;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import dev.seckey.ctap2.verdict.Verdict.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private final Bench bench = new Bench();

    @Test
    void aGenuineKeyOfACertifiedModelIsAcceptable() {
        Verdict verdict = bench.judge(bench.attested());
        assertEquals(Outcome.ACCEPTABLE, verdict.outcome());
        assertTrue(verdict.proved());
        assertFalse(verdict.simulated());
        assertEquals(Optional.of("Acme key"), verdict.model());
        assertEquals(Optional.of(CertificationLevel.L2), verdict.level());
        assertTrue(verdict.checks().stream().allMatch(check -> check.status() == Status.PASS), verdict::toString);
        assertEquals(
                List.of(
                        Subject.PROTOCOL,
                        Subject.LEVEL,
                        Subject.ADVISORIES,
                        Subject.ATTESTATION,
                        Subject.AAGUID,
                        Subject.FIRMWARE,
                        Subject.METADATA,
                        Subject.CONSISTENCY,
                        Subject.PIN,
                        Subject.USE,
                        Subject.TRANSPORT),
                verdict.checks().stream().map(Check::subject).toList());
    }

    // --- protocol

    @Test
    void aKeyThatSpeaksOnlyU2fIsNotAcceptable() {
        Evidence evidence = new Evidence(
                Transport.USB, "a key", Optional.empty(), Optional.empty(), Proof.None.because(Obstacle.NOT_NEEDED));
        for (Policy policy : Policies.ALL) {
            bench.policy = policy;
            expect(bench.judge(evidence), Subject.PROTOCOL, Status.FAIL, Outcome.NOT_ACCEPTABLE);
        }
    }

    // --- level

    @Test
    void aSimulatedModelIsUnknownUnlessAskedFor() {
        bench.profile = SimulatedProfiles.named("level2").orElseThrow();
        Evidence evidence = bench.attested();
        expect(bench.judge(evidence), Subject.LEVEL, Status.UNKNOWN, Outcome.NOT_ACCEPTABLE);
        expect(
                bench.judge(bench.evidence(Proof.None.because(Obstacle.MODEL_UNKNOWN))),
                Subject.LEVEL,
                Status.UNKNOWN,
                Outcome.CANNOT_TELL);

        Models asked = new Models(bench.models().index(), Optional.of(SimulatedProfiles.metadata()));
        Verdict verdict = Judge.judge(evidence, Policies.LEVEL_2, asked, Bench.AT);
        assertEquals(Outcome.ACCEPTABLE, verdict.outcome());
        assertTrue(verdict.simulated());
    }

    @Test
    void theCounterfeitDiffersFromTheRealModelByItsAttestationAlone() {
        bench.profile = SimulatedProfiles.named("counterfeit").orElseThrow();
        Models real = Models.real(MetadataIndex.embedded());
        Verdict verdict = Judge.judge(bench.attested(), Policies.LEVEL_2, real, Bench.AT);
        assertEquals(Outcome.NOT_ACCEPTABLE, verdict.outcome());
        assertEquals(
                List.of(Subject.ATTESTATION),
                verdict.checks().stream()
                        .filter(check -> check.status() != Status.PASS)
                        .map(Check::subject)
                        .toList());
    }

    // --- the state of the key: none of it decides
}
