package dev.seckey.ctap2.verdict;

import static dev.seckey.ctap2.verdict.Bench.ofBatch;
import static dev.seckey.ctap2.verdict.Bench.report;
import static dev.seckey.ctap2.verdict.Verdicts.check;
import static dev.seckey.ctap2.verdict.Verdicts.expect;
import static dev.seckey.ctap2.verdict.Verdicts.status;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.metadata.AuthenticatorStatus;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import dev.seckey.ctap2.verdict.Verdict.Outcome;
import dev.seckey.ctap2.webauthn.TestCertificates;
import dev.seckey.ctap2.webauthn.TestCertificates.Issued;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The level of the model, and what stands against the model. */
class LevelCheckTest {
    private final Bench bench = new Bench();

    @ParameterizedTest
    @CsvSource({
        "FIDO_CERTIFIED_L1,     level-2,     FAIL, NOT_ACCEPTABLE",
        "FIDO_CERTIFIED_L1plus, level-2,     FAIL, NOT_ACCEPTABLE",
        "FIDO_CERTIFIED_L2,     level-2,     PASS, ACCEPTABLE",
        "FIDO_CERTIFIED_L3,     level-2,     PASS, ACCEPTABLE",
        "FIDO_CERTIFIED_L1,     level-1, PASS, ACCEPTABLE",
        "NOT_FIDO_CERTIFIED,    level-1, FAIL, NOT_ACCEPTABLE",
        "NOT_FIDO_CERTIFIED,    any,    PASS, ACCEPTABLE"
    })
    void theLevelIsHeldAgainstThePolicy(String status, String policy, Status level, Outcome outcome) {
        bench.reports.set(0, report(status, "2025-01-01"));
        bench.policy = Policies.named(policy);
        expect(bench.judge(bench.attested()), Subject.LEVEL, level, outcome);
    }

    @ParameterizedTest
    @CsvSource({"level-2, UNKNOWN, CANNOT_TELL", "level-1, UNKNOWN, CANNOT_TELL", "any, WARN, ACCEPTABLE"})
    void anUnknownModelCannotBeJudgedByItsLevel(String policy, Status level, Outcome outcome) {
        bench.profile = Profile.plain("other", Bench.OTHER, Bench.key(bench.leafFor(Bench.OTHER)));
        bench.policy = Policies.named(policy);
        Verdict verdict = bench.judge(bench.evidence(Proof.None.because(Obstacle.MODEL_UNKNOWN)));
        expect(verdict, Subject.LEVEL, level, outcome);
        assertEquals(Status.SKIPPED, status(verdict, Subject.ADVISORIES));
        assertEquals(Optional.empty(), verdict.model());
    }

    @Test
    void anAllZeroAaguidNamesNoModel() {
        bench.profile = Profile.plain("nameless", Aaguid.NONE, Bench.key(bench.leaf));
        Verdict verdict = bench.judge(bench.claimed());
        expect(verdict, Subject.LEVEL, Status.UNKNOWN, Outcome.CANNOT_TELL);
        assertEquals(
                "the key names no model (its AAGUID is all zero)",
                check(verdict, Subject.LEVEL).evidence());
    }

    // --- advisories

    @ParameterizedTest
    @EnumSource(
            value = AuthenticatorStatus.class,
            names = {"REVOKED", "RETIRED", "USER_VERIFICATION_BYPASS", "USER_KEY_REMOTE_COMPROMISE"})
    void aModelThatIsWithdrawnOrBrokenIsNotAcceptable(AuthenticatorStatus status) {
        bench.reports.add(report(status.text(), "2026-01-01"));
        for (Policy policy : Policies.ALL) {
            bench.policy = policy;
            expect(bench.judge(bench.attested()), Subject.ADVISORIES, Status.FAIL, Outcome.NOT_ACCEPTABLE);
        }
    }

    @Test
    void anUpdateIsOnlyAWarning() {
        bench.reports.add(report("UPDATE_AVAILABLE", "2026-01-01"));
        expect(bench.judge(bench.attested()), Subject.ADVISORIES, Status.WARN, Outcome.ACCEPTABLE);
    }

    @Test
    void aCompromiseOfOneBatchIsOpenUntilTheKeyHasProvedItsOwn() {
        Bytes another = bench.leafFor(Bench.MODEL).der();
        bench.reports.add(ofBatch(report("ATTESTATION_KEY_COMPROMISE", "2026-01-01"), another));
        expect(bench.judge(bench.claimed()), Subject.ADVISORIES, Status.UNKNOWN, Outcome.CANNOT_TELL);
        expect(bench.judge(bench.attested()), Subject.ADVISORIES, Status.WARN, Outcome.ACCEPTABLE);
        assertFalse(bench.claimDecides(bench.claimed()));
    }

    @Test
    void aKeyOfTheCompromisedBatchIsNotAcceptable() {
        bench.reports.add(ofBatch(report("ATTESTATION_KEY_COMPROMISE", "2026-01-01"), bench.leaf.der()));
        expect(bench.judge(bench.attested()), Subject.ADVISORIES, Status.FAIL, Outcome.NOT_ACCEPTABLE);
    }

    @Test
    void aChainThatProvesNothingClearsNothing() {
        bench.reports.add(ofBatch(report("ATTESTATION_KEY_COMPROMISE", "2026-01-01"), bench.leaf.der()));
        Issued forged = TestCertificates.leaf()
                .octets(Bench.AAGUID_OID, false, Bench.MODEL.bytes())
                .make();
        bench.profile = Profile.plain("forged", Bench.MODEL, Bench.key(forged));
        expect(bench.judge(bench.attested()), Subject.ADVISORIES, Status.FAIL, Outcome.NOT_ACCEPTABLE);
    }

    // --- attestation
}
