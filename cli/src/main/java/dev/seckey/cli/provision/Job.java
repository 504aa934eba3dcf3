package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.provision.Examination.Found;
import dev.seckey.cli.provision.plan.KeyState;
import dev.seckey.cli.provision.plan.Plan;
import dev.seckey.cli.provision.plan.Refusal;
import dev.seckey.cli.provision.plan.Step;
import dev.seckey.cli.provision.plan.StepId;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.model.Option;
import java.util.Optional;

/**
 * One key, from the first look to the last word in the ledger. Whenever something comes in between (a lost answer, a
 * reset, an earlier run), the key is looked at again and a new plan is made: nothing is ever sent again blindly.
 */
final class Job implements AutoCloseable {
    private final Batch batch;
    private final Crew crew;
    private final KeyAtWork key;
    private final Dossier dossier = new Dossier();
    private final Chronicle chronicle;
    private final Examination examination;
    private final Work work;
    private final Ending ending;

    Job(Batch batch, Crew crew, KeyAtWork key) {
        this.batch = batch;
        this.crew = crew;
        this.key = key;
        this.chronicle = new Chronicle(batch, crew.journal(), crew.attendant());
        this.examination = new Examination(batch, key, crew.recognition(), crew.attendant(), dossier);
        this.work = new Work(key, batch.rules(), batch.patience(), crew.attendant());
        this.ending = new Ending(dossier, chronicle, crew.pins());
    }

    KeyReport run() {
        return Attempts.at(this::attempt, this::failed);
    }

    private KeyReport attempt() {
        Found found = examination.look();
        if (found.beginsWithProof()) {
            Optional<Refusal> nothing =
                    assign((Plan) found.planned(), found.state().orElseThrow());
            if (nothing.isPresent()) {
                return refused(nothing.get());
            }
            found = examination.prove(found);
        }
        return found.planned() instanceof Plan plan
                ? carryOut(plan, found.state().orElseThrow())
                : refused((Refusal) found.planned());
    }

    /** Before anything is asked of the person at the key, so that they know whose it is. */
    private Optional<Refusal> assign(Plan plan, KeyState state) {
        if (dossier.assignment().isPresent()) {
            return Optional.empty();
        }
        Assignment given =
                crew.assigning().assign(key.bay().ref(), dossier.known().orElseThrow(), state, plan);
        if (given.refusal().isEmpty()) {
            dossier.isFor(given);
        }
        return given.refusal();
    }

    /** From here on the ledger knows that something is done to the key. */
    private void intend(Plan plan, KeyState state) {
        if (!dossier.hasIntent()) {
            dossier.isFor(crew.assigning().labelled(assignment()));
            Traits traits = Traits.of(key.session().info());
            chronicle.intent(assignment(), traits, state, plan, dossier.isProved());
            dossier.isIntended();
        }
    }

    private KeyReport carryOut(Plan plan, KeyState state) {
        if (plan.isInOrder()) {
            return ending.well(dossier.isBegun() ? Outcome.DONE : Outcome.ALREADY_IN_ORDER, state);
        }
        Optional<Refusal> nothing = assign(plan, state);
        if (nothing.isPresent()) {
            return refused(nothing.get());
        }
        intend(plan, state);
        if (plan.has(StepId.SET_PIN)) {
            assignment().storePin(crew, chronicle);
        }
        for (Step step : plan.steps()) {
            if (step.id() == StepId.PROVE) {
                chronicle.settle(); // a touch may take its time
                Optional<Refusal> no = examination.prove(assignment().pin());
                if (no.isPresent()) {
                    return withoutProof(no.get());
                }
            } else {
                make(step, state);
            }
            if (step.id() == StepId.RESET) {
                chronicle.settle();
                return attempt();
            }
        }
        return readBack(plan);
    }

    private Assignment assignment() {
        return dossier.assignment().orElseThrow();
    }

    private void make(Step step, KeyState state) {
        chronicle.started(dossier.identity(), step);
        work.apply(step, state, assignment().pin());
        chronicle.done(dossier.identity(), step);
        dossier.made(step);
    }

    /** Only a key with always-UV comes here: it got its PIN before it could be asked. */
    private KeyReport withoutProof(Refusal refusal) {
        if (key.session().refreshInfo().has(Option.CLIENT_PIN)) {
            crew.attendant()
                    .warn(
                            key.bay().ref(),
                            "this key did not prove its model after it got its PIN: it is reset now, and refused");
            make(Step.of(StepId.RESET, "the PIN is taken back by a reset"), key.state());
            chronicle.settle();
        }
        crew.assigning().takeBack(assignment());
        dossier.isNobodys();
        return ending.sentBack(refusal);
    }

    private KeyReport readBack(Plan plan) {
        boolean beyondFido = plan.has(StepId.YUBIKEY_APPLICATIONS) || plan.has(StepId.NFC_RESTRICTION);
        if (beyondFido) {
            key.look();
        }
        KeyState now = key.settings();
        ReadBack.require(batch.rules(), now, plan.has(StepId.SET_PIN));
        return ending.well(Outcome.DONE, now);
    }

    private KeyReport refused(Refusal why) {
        takeBackIfUntouched();
        return ending.refused(why);
    }

    /** What it got in this run goes to the next key. */
    private void takeBackIfUntouched() {
        boolean got = dossier.known().orElseThrow().person().isEmpty();
        dossier.assignment().filter(given -> got && !dossier.hasIntent()).ifPresent(given -> {
            crew.assigning().takeBack(given);
            dossier.isNobodys();
        });
    }

    private KeyReport failed(Fault why) {
        if (dossier.known().isEmpty()) {
            dossier.isKnownAs(crew.recognition().strange(key));
        }
        takeBackIfUntouched();
        return ending.failed(why);
    }

    /** Others may have the key now. */
    @Override
    public void close() {
        dossier.assignment().ifPresent(Assignment::close);
        dossier.known().ifPresent(crew.recognition()::letGo);
    }
}
