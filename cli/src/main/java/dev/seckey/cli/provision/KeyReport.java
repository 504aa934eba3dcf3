package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.provision.plan.Step;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.verdict.Check;
import dev.seckey.ctap2.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * What became of one key.
 *
 * @param outcome absent after a dry run that would change something
 * @param steps those that were made, or would be
 * @param why it was refused, or failed
 */
public record KeyReport(
        KeyIdentity key,
        Optional<Outcome> outcome,
        Optional<Verdict> verdict,
        List<Step> steps,
        Optional<Person> person,
        Optional<String> why,
        Optional<String> advice) {
    public KeyReport {
        steps = List.copyOf(steps);
    }

    public boolean isWell() {
        return outcome.map(how -> how == Outcome.DONE || how == Outcome.ALREADY_IN_ORDER)
                .orElse(true);
    }

    /** What verifying it found that is no reason to refuse it; its PIN is what setting it up is about. */
    public List<String> warnings() {
        return verdict.stream()
                .flatMap(judged -> judged.checks().stream())
                .filter(check -> check.status() == Check.Status.WARN && check.subject() != Check.Subject.PIN)
                .map(check -> check.subject().title() + ": " + check.evidence())
                .toList();
    }

    /** What the key will not tell. */
    public List<String> unreadable() {
        return steps.stream().flatMap(step -> step.unreadable().stream()).toList();
    }
}
