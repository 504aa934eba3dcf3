package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.provision.plan.KeyState;
import dev.seckey.cli.provision.plan.Plan;
import dev.seckey.cli.provision.plan.Planned;
import dev.seckey.cli.provision.plan.Planner;
import dev.seckey.cli.provision.plan.Refusal;
import dev.seckey.cli.provision.plan.Standing;
import dev.seckey.cli.provision.plan.Standing.ProofStanding;
import dev.seckey.cli.provision.plan.Step;
import dev.seckey.cli.provision.plan.StepId;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One key, from the first look to the last word in the ledger. Whenever something comes in between (a lost answer, a
 * reset, an earlier run), the key is looked at again and a new plan is made: nothing is ever sent again blindly.
 */
final class Job implements AutoCloseable {
    private static final int ATTEMPTS = 3;

    /** After these a second look helps. */
    private static final Set<Reason> WORTH_ANOTHER_LOOK = EnumSet.of(
            Reason.NO_ANSWER,
            Reason.TRANSPORT_BROKEN,
            Reason.MALFORMED,
            Reason.KEY_BUSY,
            Reason.KEY_REFUSED,
            Reason.NOT_APPLIED,
            Reason.PIN_INVALID,
            Reason.PIN_ALREADY_SET,
            Reason.PIN_NOT_SET);

    private final Batch batch;
    private final Crew crew;
    private final KeyAtWork key;
    private final Planner planner;
    private final Work work;
    private final Chronicle chronicle;
    private final Prompts prompts;
    private final List<Step> made = new ArrayList<>();

    private Optional<Known> known = Optional.empty();
    private Optional<Assignment> assignment = Optional.empty();
    private Optional<Verdict> verdict = Optional.empty();
    private boolean proved;
    private boolean wasReset;

    Job(Batch batch, Crew crew, KeyAtWork key) {
        this.batch = batch;
        this.crew = crew;
        this.key = key;
        this.planner = new Planner(batch.rules());
        this.work = new Work(key, batch.rules(), batch.patience(), crew.attendant());
        this.chronicle = new Chronicle(batch, crew.register(), crew.attendant());
        this.prompts = new Prompts(line -> crew.attendant().say(key.bay().ref(), line));
    }

    /** @throws Fault of the reason FILE if ledger or PINs cannot be written: then nothing can go on */
    KeyReport run() {
        for (int left = ATTEMPTS; ; left--) {
            try {
                return attempt();
            } catch (Fault e) {
                if (e.reason() == Reason.FILE) {
                    throw e;
                }
                if (left == 1 || !WORTH_ANOTHER_LOOK.contains(e.reason())) {
                    return failed(e);
                }
            }
        }
    }

    private KeyReport attempt() {
        key.look();
        if (key.key().session().isEmpty()) {
            Judging judging = judge(false, Optional.empty());
            known = Optional.of(crew.recognition().strange(key));
            return refused(judging.refusal().orElseThrow());
        }
        KeyState state = key.state();
        Judging judging = judge(false, Optional.empty());
        if (known.isEmpty()) {
            known = Optional.of(crew.recognition().recognise(key, state, judging.verdict()));
        }
        Optional<Refusal> no = judging.refusal().or(() -> twice(state));
        if (no.isPresent()) {
            return refused(no.get());
        }
        Standing standing = standing(state, judging);
        Planned planned = planner.plan(state, standing);
        if (planned instanceof Plan plan
                && plan.beginsWith(StepId.PROVE)
                && standing.proof() == ProofStanding.OPEN
                && !batch.manner().dryRun()) {
            Judging touched = judge(true, Optional.empty());
            if (touched.refusal().isPresent()) {
                return refused(touched.refusal().get());
            }
            planned = planner.plan(state, standing.with(touched.standing()));
        }
        if (planned instanceof Refusal refusal) {
            return refused(refusal);
        }
        return carryOut((Plan) planned, state);
    }

    private Judging judge(boolean touch, Optional<Pin> pin) {
        Judging judging = touch
                ? crew.attendant()
                        .touching(
                                key.bay().ref(),
                                () -> Judging.of(batch, key.key(), true, () -> pin.map(Pin::copy), prompts))
                : Judging.of(batch, key.key(), false, Optional::empty, prompts);
        judging.requireTouched();
        if (!proved) {
            verdict = Optional.of(judging.verdict());
        }
        proved = proved || touch && judging.standing() == ProofStanding.SETTLED;
        return judging;
    }

    private Optional<Refusal> twice(KeyState state) {
        return known.orElseThrow().finishedHere() && assignment.isEmpty() && !planner.isAsWanted(state)
                ? Optional.of(new Refusal(
                        Refusal.Kind.TAKEN,
                        "a key with the same serial number was set up in this run, and this is not in its state",
                        Optional.of("look at the numbers printed on the two keys")))
                : Optional.empty();
    }

    private Standing standing(KeyState state, Judging judging) {
        Known about = known.orElseThrow();
        Optional<Unfinished> left = about.unfinished();
        boolean begun = left.isPresent() || assignment.isPresent();
        boolean settled = proved || left.map(Unfinished::proved).orElse(false) && !canProveNow(state);
        return new Standing(
                about.done() || left.filter(before -> isComplete(state, before)).isPresent(),
                state.hasPin() && pinIsRight(state),
                begun,
                wasReset
                        || left.map(before -> before.done().contains(StepId.RESET))
                                .orElse(false),
                batch.manner().resetUnfinished(),
                settled ? ProofStanding.SETTLED : judging.standing());
    }

    private static boolean canProveNow(KeyState state) {
        return !state.isAlwaysUv() && !state.hasPin();
    }

    /** Only the last word in the ledger is missing. */
    private boolean isComplete(KeyState state, Unfinished left) {
        return left.mayHaveOurPin()
                && state.hasPin()
                && planner.isAsWanted(state)
                && (!batch.rules().forcePinChange() || state.changeForced());
    }

    private boolean pinIsRight(KeyState state) {
        Optional<Pin> ours = crew.pins().of(identity().id());
        return ours.isPresent() && Recognition.opens(key.pinUv(), state, ours.get());
    }

    private KeyReport carryOut(Plan plan, KeyState state) {
        if (plan.isInOrder()) {
            boolean begun =
                    assignment.isPresent() || known.orElseThrow().unfinished().isPresent();
            return ended(begun ? Outcome.DONE : Outcome.ALREADY_IN_ORDER, Optional.of(state));
        }
        if (batch.manner().dryRun()) {
            return report(Optional.empty(), plan.steps(), Optional.empty(), Optional.empty());
        }
        if (assignment.isEmpty()) {
            assignment = Optional.of(crew.assigning().assign(key.bay().ref(), known.orElseThrow(), state, plan));
            if (assignment.get().refusal().isPresent()) {
                Refusal refusal = assignment.get().refusal().get();
                assignment = Optional.empty();
                return refused(refusal);
            }
            chronicle.intent(identity(), assignment.get().person(), state, plan, proved);
        }
        if (plan.has(StepId.SET_PIN)) {
            assignment.get().storePin(chronicle, crew);
        }
        for (Step step : plan.steps()) {
            if (step.id() == StepId.PROVE) {
                Judging judging = judge(true, assignment.get().pin());
                Optional<Refusal> no = judging.refusal().or(() -> unproved(judging));
                if (no.isPresent()) {
                    return withoutProof(no.get());
                }
            } else {
                make(step, state);
            }
            if (step.id() == StepId.RESET) {
                wasReset = true;
                return attempt();
            }
        }
        return readBack(plan);
    }

    private static Optional<Refusal> unproved(Judging judging) {
        return judging.standing() == ProofStanding.SETTLED
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Refusal.Kind.CANNOT_TELL,
                        judging.verdict().deciding().get(0).evidence(),
                        Optional.empty()));
    }

    private void make(Step step, KeyState state) {
        chronicle.started(identity(), step);
        work.apply(step, state, assignment.orElseThrow().pin());
        chronicle.done(identity(), step);
        made.add(step);
    }

    /** Only a key with always-UV comes here: it got its PIN before it could be asked. */
    private KeyReport withoutProof(Refusal refusal) {
        if (key.session().refreshInfo().has(Option.CLIENT_PIN)) {
            prompts.say("this key did not prove its model after it got its PIN: it is reset now, and refused");
            make(Step.of(StepId.RESET, "the PIN is taken back by a reset"), key.state());
        }
        crew.assigning().takeBack(identity(), assignment.orElseThrow());
        assignment = Optional.empty();
        return refused(refusal, Outcome.REFUSED);
    }

    private KeyReport readBack(Plan plan) {
        boolean beyondFido = plan.has(StepId.YUBIKEY_APPLICATIONS) || plan.has(StepId.NFC_RESTRICTION);
        if (beyondFido) {
            key.look();
        }
        KeyState now = key.state();
        ReadBack.require(batch.rules(), now, plan.has(StepId.SET_PIN));
        return ended(Outcome.DONE, Optional.of(now));
    }

    private KeyReport ended(Outcome outcome, Optional<KeyState> now) {
        KeyReport report = report(Optional.of(outcome), made, Optional.empty(), Optional.empty());
        chronicle.outcome(outcome, report, now);
        crew.pins().forget(identity().id());
        return report;
    }

    /** What was begun stays open: a refusal would close it. */
    private KeyReport refused(Refusal refusal) {
        boolean begun =
                assignment.isPresent() || known.flatMap(Known::unfinished).isPresent();
        return refused(refusal, begun ? Outcome.FAILED : Outcome.REFUSED);
    }

    private KeyReport refused(Refusal refusal, Outcome outcome) {
        KeyReport report = report(Optional.of(outcome), made, Optional.of(refusal.why()), refusal.advice());
        chronicle.outcome(outcome, report, Optional.empty());
        return report;
    }

    private KeyReport failed(Fault why) {
        if (known.isEmpty()) {
            known = Optional.of(crew.recognition().strange(key));
        }
        KeyReport report = report(Optional.of(Outcome.FAILED), made, Optional.of(why.getMessage()), why.hint());
        chronicle.outcome(Outcome.FAILED, report, Optional.empty());
        return report;
    }

    private KeyIdentity identity() {
        return assignment
                .map(Assignment::key)
                .orElseGet(() -> known.orElseThrow().key());
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

    /** Others may have the key now. */
    @Override
    public void close() {
        assignment.ifPresent(Assignment::close);
        known.ifPresent(about -> crew.attendant().atDesk(() -> {
            crew.register().letGo(about.key());
            return about;
        }));
    }
}
