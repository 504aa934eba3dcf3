package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.provision.plan.KeyState;
import dev.seckey.cli.provision.plan.Refusal;
import dev.seckey.ctap2.fault.Fault;
import java.util.Optional;

/** How the work on one key ends: with the last word in the ledger. */
final class Ending {
    private final Dossier dossier;
    private final Chronicle chronicle;
    private final PinsInHand pins;

    Ending(Dossier dossier, Chronicle chronicle, PinsInHand pins) {
        this.dossier = dossier;
        this.chronicle = chronicle;
        this.pins = pins;
    }

    KeyReport well(Outcome outcome, KeyState now) {
        KeyReport report = dossier.report(outcome);
        chronicle.outcome(outcome, report, Optional.of(now));
        pins.forget(dossier.identity().id());
        return report;
    }

    /** What was begun stays open: a refusal would close it. */
    KeyReport refused(Refusal refusal) {
        return unwell(dossier.isBegun() ? Outcome.FAILED : Outcome.REFUSED, refusal);
    }

    private KeyReport unwell(Outcome outcome, Refusal refusal) {
        KeyReport report = dossier.report(outcome, refusal);
        chronicle.outcome(outcome, report, Optional.empty());
        return report;
    }

    /** It is as it came, and what was begun is closed. */
    KeyReport sentBack(Refusal refusal) {
        return unwell(Outcome.REFUSED, refusal);
    }

    KeyReport failed(Fault why) {
        KeyReport report = dossier.report(Outcome.FAILED, why);
        chronicle.outcome(Outcome.FAILED, report, Optional.empty());
        return report;
    }
}
