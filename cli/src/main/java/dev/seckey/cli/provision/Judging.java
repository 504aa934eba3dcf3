package dev.seckey.cli.provision;

import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.provision.plan.Refusal;
import dev.seckey.cli.provision.plan.Standing.ProofStanding;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.cli.verify.EvidenceCollector;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.verdict.Check;
import dev.seckey.ctap2.verdict.Evidence;
import dev.seckey.ctap2.verdict.Judge;
import dev.seckey.ctap2.verdict.KeyRules;
import dev.seckey.ctap2.verdict.Models;
import dev.seckey.ctap2.verdict.Obstacle;
import dev.seckey.ctap2.verdict.Policy;
import dev.seckey.ctap2.verdict.Proof;
import dev.seckey.ctap2.verdict.Verdict;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What verifying says of one key, and what that means for setting it up. */
record Judging(Evidence evidence, Verdict verdict) {
    /** Obstacles that setting the key up, or a touch, takes away. */
    private static final Set<Obstacle> SURMOUNTABLE = Set.of(
            Obstacle.NOT_WANTED, Obstacle.SET_PIN_FIRST, Obstacle.PIN_NEEDED, Obstacle.CHANGE_PIN_FIRST);

    /**
     * In which state the key must be is no question yet: setting it up is about that.
     *
     * @param touch whether to ask for a proof, and not only for what the key claims
     */
    static Judging of(Batch batch, OpenKey key, boolean touch, Supplier<Optional<Pin>> pin, Prompts prompts) {
        Policy policy = batch.policy().with(KeyRules.NONE);
        Instant at = batch.clock().instant();
        Models models = batch.models().apply(key.simulated());
        Evidence evidence = new EvidenceCollector(
                        policy, models, at, touch, false, pin, batch.random(), prompts)
                .collect(key);
        return new Judging(evidence, Judge.judge(evidence, policy, models, at));
    }

    /** Why the key is not to be set up at all. */
    Optional<Refusal> refusal() {
        return switch (verdict.outcome()) {
            case ACCEPTABLE -> Optional.empty();
            case NOT_ACCEPTABLE -> Optional.of(refusal(Refusal.Kind.NOT_ACCEPTABLE));
            case CANNOT_TELL ->
                surmountable().isPresent() ? Optional.empty() : Optional.of(refusal(Refusal.Kind.CANNOT_TELL));
        };
    }

    private Refusal refusal(Refusal.Kind kind) {
        Check first = verdict.deciding().get(0);
        return new Refusal(kind, first.evidence(), first.advice());
    }

    /** What alone stands in the way of an answer. */
    private Optional<Obstacle> surmountable() {
        boolean onlyProof = verdict.deciding().stream()
                .allMatch(check ->
                        check.subject() == Check.Subject.ATTESTATION || check.subject() == Check.Subject.AAGUID);
        if (!onlyProof) {
            return Optional.empty();
        }
        return evidence.proof() instanceof Proof.None none
                ? Optional.of(none.obstacle()).filter(SURMOUNTABLE::contains)
                : Optional.of(Obstacle.PIN_NEEDED); // a U2F certificate that names no model
    }

    ProofStanding standing() {
        if (verdict.outcome() != Verdict.Outcome.CANNOT_TELL) {
            return ProofStanding.SETTLED;
        }
        return surmountable().equals(Optional.of(Obstacle.NOT_WANTED)) ? ProofStanding.OPEN : ProofStanding.WANTS_PIN;
    }

    /** @throws TransportFault if nobody touched the key, or somebody said no */
    void requireTouched() {
        if (evidence.proof() instanceof Proof.None none) {
            if (none.obstacle() == Obstacle.NOT_TOUCHED) {
                throw new TransportFault(Reason.TOUCH_TIMEOUT, "nobody touched the key");
            }
            if (none.obstacle() == Obstacle.DENIED) {
                throw new TransportFault(Reason.DENIED, "the operation was refused at the key");
            }
        }
    }
}
