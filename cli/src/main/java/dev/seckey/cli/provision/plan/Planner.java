package dev.seckey.cli.provision.plan;

import dev.seckey.cli.policy.ProvisionRules;
import dev.seckey.cli.policy.ProvisionRules.Pin;
import dev.seckey.cli.policy.ProvisionRules.Reset;
import dev.seckey.cli.provision.plan.Refusal.Kind;
import dev.seckey.cli.provision.plan.Standing.ProofStanding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Works out what a key still lacks, and in which order it can get it: a pure function. A key is never left weaker than it
 * came, and what makes it ask for its PIN comes as late as can be. Without always-UV nothing needs a PIN before one is
 * set, so the PIN comes last; with always-UV nothing goes without one, so it comes first. A forced change comes last of
 * all, since afterwards the key gives nobody a token (CTAP 2.3 §6.11.4).
 */
public final class Planner {
    private final ProvisionRules rules;

    public Planner(ProvisionRules rules) {
        this.rules = rules;
    }

    /** A plan without steps: the key is in order. */
    public Planned plan(KeyState key, Standing standing) {
        if (standing.done() && isAsWanted(key)) {
            return new Plan(List.of());
        }
        Optional<Refusal> lacking = Capabilities.lacking(rules, key);
        if (lacking.isPresent()) {
            return lacking.get();
        }
        if (rules.reset() == Reset.ALWAYS && !standing.wasReset()) {
            return withReset(key, standing);
        }
        if (key.isUsed() && !(key.hasPin() && standing.pinKnown())) {
            return used(key, standing);
        }
        return ways(key, standing);
    }

    /** Whether all that can be read of the key is as the policy wants it; a PIN that was changed since is none of ours. */
    public boolean isAsWanted(KeyState key) {
        return lacking(key).isEmpty() && !Capabilities.pinMissing(rules, key);
    }

    /** Settings that can be read of the key and are not as the policy wants them. */
    public Set<StepId> lacking(KeyState key) {
        Set<StepId> lacking = EnumSet.noneOf(StepId.class);
        settings(key, true).forEach(step -> lacking.add(step.id()));
        YubiKeySteps.before(rules.yubikey(), key).ifPresent(step -> lacking.add(step.id()));
        YubiKeySteps.after(rules.yubikey(), key).ifPresent(step -> lacking.add(step.id()));
        return lacking;
    }

    private Planned used(KeyState key, Standing standing) {
        if (rules.reset() != Reset.NEVER || standing.begun() && standing.mayReset()) {
            return withReset(key, standing);
        }
        if (standing.begun()) {
            return Refusal.of(
                    Kind.STUCK,
                    "an earlier run gave this key its PIN and was interrupted",
                    "finish it with the key of the hand-over (--handover-key), or start it afresh with a reset"
                            + " (--reset-unfinished)");
        }
        if (key.retries().map(left -> left.left() == 0).orElse(false)) {
            return Refusal.of(Kind.USED, "its PIN is blocked", "only a reset makes it usable again");
        }
        return Refusal.of(
                Kind.USED,
                key.hasPin() ? "it has a PIN already, and nobody here knows it" : "it has fingerprints already",
                "it is somebody's key; if it is nobody's, reset it (seckey reset), or let the policy do so"
                        + " (reset = \"if-used\")");
    }

    /** What comes after the reset is looked at again once the key has been reset. */
    private Planned withReset(KeyState key, Standing standing) {
        Planned after = ways(key.afterReset(), standing.afterReset());
        if (after instanceof Refusal) {
            return after;
        }
        List<Step> steps = new ArrayList<>();
        if (standing.proof() == ProofStanding.OPEN) {
            steps.add(Step.of(StepId.PROVE, "the key proves its model"));
        }
        steps.add(Step.of(StepId.RESET, "everything on the key is deleted"));
        ((Plan) after)
                .steps().stream()
                        .filter(step -> step.id() != StepId.PROVE || standing.proof() == ProofStanding.WANTS_PIN)
                        .forEach(steps::add);
        return new Plan(steps);
    }

    private Planned ways(KeyState key, Standing standing) {
        boolean wantsPin = rules.pin() != Pin.NONE && !key.hasPin();
        boolean pinFirst = key.isAlwaysUv() && !key.hasPin();
        boolean unproved = standing.proof() != ProofStanding.SETTLED;
        List<Step> settings = settings(key, standing.done());
        boolean tokenNeeded = key.isAlwaysUv() && settings.stream().anyMatch(Planner::wantsToken);
        if (pinFirst && !wantsPin && (unproved || tokenNeeded)) {
            return Refusal.of(
                    Kind.CANNOT_MEET,
                    "it does nothing before it has a PIN (always-UV), and the policy sets none",
                    "let the policy set one (pin = \"random\"), or let its owner set one first");
        }
        if (key.hasPin() && key.changeForced() && (tokenNeededNow(settings) || unproved)) {
            return Refusal.of(
                    Kind.STUCK,
                    "it wants its PIN changed before anything else",
                    "only its owner can go on, or a reset (--reset-unfinished)");
        }
        List<Step> steps = new ArrayList<>();
        Optional<Step> prove =
                Optional.of(Step.of(StepId.PROVE, "the key proves its model")).filter(step -> unproved);
        Optional<Step> setPin =
                Optional.of(Step.of(StepId.SET_PIN, "PIN: none, is set")).filter(step -> wantsPin);
        if (pinFirst || key.hasPin()) {
            setPin.ifPresent(steps::add);
            prove.ifPresent(steps::add);
            settings.stream().filter(step -> step.id() != StepId.MIN_PIN_LENGTH).forEach(steps::add);
            // with a PIN set, this may force its change by itself
            settings.stream().filter(step -> step.id() == StepId.MIN_PIN_LENGTH).forEach(steps::add);
        } else {
            prove.ifPresent(steps::add);
            steps.addAll(settings);
            setPin.ifPresent(steps::add);
        }
        forcedChange(key, standing, wantsPin).ifPresent(steps::add);
        YubiKeySteps.before(rules.yubikey(), key).ifPresent(step -> steps.add(0, step));
        YubiKeySteps.after(rules.yubikey(), key).ifPresent(steps::add);
        return new Plan(proofFirst(steps, pinFirst || key.hasPin()));
    }

    /** A key that proves itself without a PIN does so before anything is changed. */
    private static List<Step> proofFirst(List<Step> steps, boolean proofWantsPin) {
        if (proofWantsPin) {
            return steps;
        }
        List<Step> ordered = new ArrayList<>(steps);
        ordered.sort((one, other) -> Boolean.compare(!one.changesNothing(), !other.changesNothing()));
        return ordered;
    }

    private static boolean wantsToken(Step step) {
        return step.id() != StepId.ALWAYS_UV;
    }

    private static boolean tokenNeededNow(List<Step> settings) {
        return !settings.isEmpty();
    }

    private Optional<Step> forcedChange(KeyState key, Standing standing, boolean setsPin) {
        boolean wanted = rules.forcePinChange() && (setsPin || key.hasPin() && standing.pinKnown());
        return wanted && !key.changeForced()
                ? Optional.of(Step.of(StepId.FORCE_PIN_CHANGE, "PIN: usable, must be changed before it is used"))
                : Optional.empty();
    }

    /** In the order that a key without PIN and always-UV takes them. */
    private List<Step> settings(KeyState key, boolean readersTold) {
        List<Step> steps = new ArrayList<>();
        on(steps, StepId.ENTERPRISE_ATTESTATION, rules.enterpriseAttestation(), key.enterpriseAttestation());
        on(steps, StepId.LONG_TOUCH, rules.longTouchReset(), key.longTouch());
        PinRulesStep.of(rules, key, readersTold).ifPresent(steps::add);
        rules.alwaysUv()
                .filter(wish -> wish != key.isAlwaysUv())
                .ifPresent(wish -> steps.add(
                        Step.of(StepId.ALWAYS_UV, "always-UV: " + (wish ? "off, becomes on" : "on, becomes off"))));
        return steps;
    }

    private static void on(List<Step> steps, StepId id, boolean wanted, Optional<Boolean> now) {
        if (wanted && !now.orElse(false)) {
            steps.add(Step.of(id, id.title() + ": off, becomes on"));
        }
    }
}
