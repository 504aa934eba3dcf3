package dev.seckey.cli.provision;

import dev.seckey.cli.Version;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.policy.PolicyDocument;
import dev.seckey.cli.provision.plan.Refusal;
import dev.seckey.cli.provision.plan.Standing.ProofStanding;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.cli.verify.Verified;
import dev.seckey.cli.verify.Verifier;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.verdict.Check;
import dev.seckey.ctap2.verdict.Evidence;
import dev.seckey.ctap2.verdict.KeyRules;
import dev.seckey.ctap2.verdict.Obstacle;
import dev.seckey.ctap2.verdict.Proof;
import dev.seckey.ctap2.verdict.Verdict;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** What verifying says of one key, and what that means for setting it up. */
record Judging(Evidence evidence, Verdict verdict) {
    /** Obstacles that setting the key up, or a touch, takes away. */
    private static final Set<Obstacle> SURMOUNTABLE =
            Set.of(Obstacle.NOT_WANTED, Obstacle.SET_PIN_FIRST, Obstacle.PIN_NEEDED, Obstacle.CHANGE_PIN_FIRST);

    /**
     * In which state the key must be is no question yet: setting it up is about that.
     *
     * @param touch whether to ask for a proof, and not only for what the key claims
     */
    static Judging of(Batch batch, OpenKey key, boolean touch, Supplier<Optional<Pin>> pin, Prompts prompts) {
        PolicyDocument whole = batch.document();
        PolicyDocument document = new PolicyDocument(
                whole.rules().with(KeyRules.NONE), whole.provision(), whole.content(), whole.source());
        Verified verified = new Verifier(
                        document,
                        any -> batch.models(),
                        new Verifier.Asking(touch, false, pin, prompts),
                        new Verifier.Surrounding(
                                batch.clock(), batch.random(), batch.whereabouts(), Version.line(), Optional.empty()))
                .verify(key);
        return new Judging(verified.evidence(), verified.verdict());
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

    /** Why that is not enough, where a proof was asked for. */
    Optional<Refusal> unproved() {
        return standing() == ProofStanding.SETTLED
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Refusal.Kind.CANNOT_TELL, verdict.deciding().get(0).evidence(), Optional.empty()));
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
