package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.provision.plan.Refusal;
import dev.seckey.cli.provision.plan.Step;
import dev.seckey.cli.provision.plan.StepId;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What has come to be known of one key in this run, and what was done to it. */
final class Dossier {
    private final List<Step> made = new ArrayList<>();
    private Optional<Known> known = Optional.empty();
    private Optional<Assignment> assignment = Optional.empty();
    private Optional<Verdict> verdict = Optional.empty();
    private boolean proved;
    private boolean intended;

    Optional<Known> known() {
        return known;
    }

    void isKnownAs(Known about) {
        known = Optional.of(about);
    }

    /** A claim does not take the place of a proof. */
    void judged(Judging judging, boolean proof) {
        if (!proved) {
            verdict = Optional.of(judging.verdict());
        }
        proved |= proof;
    }

    boolean isProved() {
        return proved;
    }

    Optional<Assignment> assignment() {
        return assignment;
    }

    void isFor(Assignment given) {
        assignment = Optional.of(given);
    }

    /** The ledger has what is to be done to it. */
    void isIntended() {
        intended = true;
    }

    boolean hasIntent() {
        return intended;
    }

    void isNobodys() {
        assignment.ifPresent(Assignment::close);
        assignment = Optional.empty();
        intended = false;
    }

    void made(Step step) {
        made.add(step);
    }

    boolean wasReset() {
        return made.stream().anyMatch(step -> step.id() == StepId.RESET)
                || surelyUnfinished()
                        .map(before -> before.done().contains(StepId.RESET))
                        .orElse(false);
    }

    Optional<Unfinished> surelyUnfinished() {
        return known.flatMap(Known::surelyUnfinished);
    }

    private Optional<Unfinished> unfinished() {
        return known.flatMap(Known::unfinished);
    }

    /** Whether it is to be finished, in this run or a later one. */
    boolean isBegun() {
        return intended || unfinished().isPresent();
    }

    KeyIdentity identity() {
        return assignment
                .map(Assignment::key)
                .orElseGet(() -> known.orElseThrow().key());
    }

    KeyReport report(Outcome outcome) {
        return report(Optional.of(outcome), made, Optional.empty(), Optional.empty());
    }

    KeyReport report(Outcome outcome, Refusal why) {
        return report(Optional.of(outcome), made, Optional.of(why.why()), why.advice());
    }

    KeyReport report(Outcome outcome, Fault why) {
        return report(Optional.of(outcome), made, Optional.of(why.getMessage()), why.hint());
    }

    /** Of what would be done. */
    KeyReport preview(List<Step> steps) {
        return report(Optional.empty(), steps, Optional.empty(), Optional.empty());
    }

    private KeyReport report(
            Optional<Outcome> outcome, List<Step> steps, Optional<String> why, Optional<String> advice) {
        return new KeyReport(
                identity(),
                outcome,
                verdict,
                steps,
                assignment
                        .flatMap(Assignment::person)
                        .or(() -> known.orElseThrow().person()),
                why,
                advice);
    }
}
