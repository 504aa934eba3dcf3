package dev.seckey.cli.provision;

import dev.seckey.cli.provision.plan.KeyState;
import dev.seckey.cli.provision.plan.Plan;
import dev.seckey.cli.provision.plan.Planned;
import dev.seckey.cli.provision.plan.Planner;
import dev.seckey.cli.provision.plan.Refusal;
import dev.seckey.cli.provision.plan.Standing;
import dev.seckey.cli.provision.plan.Standing.ProofStanding;
import dev.seckey.cli.provision.plan.StepId;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.ctap2.pinuv.Pin;
import java.util.Optional;

/** Looks at one key: which it is, whether it is acceptable, and what is to be done to it. Changes nothing on it. */
final class Examination {
    private final Batch batch;
    private final KeyAtWork key;
    private final Recognition recognition;
    private final Attendant attendant;
    private final Planner planner;
    private final Dossier dossier;
    private final Prompts prompts;

    Examination(Batch batch, KeyAtWork key, Recognition recognition, Attendant attendant, Dossier dossier) {
        this.batch = batch;
        this.key = key;
        this.recognition = recognition;
        this.attendant = attendant;
        this.planner = new Planner(batch.rules());
        this.dossier = dossier;
        this.prompts = new Prompts(line -> attendant.say(key.bay().ref(), line));
    }

    /**
     * What was found.
     *
     * @param state absent if the key speaks no FIDO2; then it is refused
     */
    record Found(Optional<KeyState> state, Optional<Standing> standing, Planned planned) {
        /** Whether all begins with a touch, of which depends what follows. */
        boolean beginsWithProof() {
            return planned instanceof Plan plan
                    && plan.beginsWith(StepId.PROVE)
                    && standing.orElseThrow().proof() == ProofStanding.OPEN;
        }
    }

    Found look() {
        key.look();
        if (key.key().session().isEmpty()) {
            Judging judging = judge(false, Optional.empty());
            dossier.isKnownAs(recognition.strange(key));
            return new Found(
                    Optional.empty(), Optional.empty(), judging.refusal().orElseThrow());
        }
        KeyState state = key.state();
        Judging judging = judge(false, Optional.empty());
        if (dossier.known().isEmpty()) {
            dossier.isKnownAs(recognition.recognise(key, state, judging.verdict()));
        }
        Optional<Refusal> no = judging.refusal().or(() -> twice(state));
        if (no.isPresent()) {
            return new Found(Optional.of(state), Optional.empty(), no.get());
        }
        Standing standing = standing(state, judging);
        return new Found(Optional.of(state), Optional.of(standing), planner.plan(state, standing));
    }

    /** Asks for the touch, and plans once more with what came of it. */
    Found prove(Found before) {
        Judging judging = judge(true, Optional.empty());
        Planned planned = judging.refusal().<Planned>map(no -> no).orElseGet(() -> {
            Standing standing = before.standing().orElseThrow().with(judging.standing());
            return planner.plan(before.state().orElseThrow(), standing);
        });
        return new Found(before.state(), before.standing(), planned);
    }

    /** Why it is refused, if it does not prove itself. */
    Optional<Refusal> prove(Optional<Pin> pin) {
        Judging judging = judge(true, pin);
        return judging.refusal().or(() -> judging.unproved());
    }

    private Judging judge(boolean touch, Optional<Pin> pin) {
        Judging judging = touch
                ? attendant.touching(
                        key.bay().ref(), () -> Judging.of(batch, key.key(), true, () -> pin.map(Pin::copy), prompts))
                : Judging.of(batch, key.key(), false, Optional::empty, prompts);
        judging.requireTouched();
        dossier.judged(judging, touch && judging.standing() == ProofStanding.SETTLED);
        return judging;
    }

    private Optional<Refusal> twice(KeyState state) {
        boolean again = dossier.known().orElseThrow().finishedHere()
                && dossier.assignment().isEmpty();
        return again && !planner.isAsWanted(state)
                ? Optional.of(new Refusal(
                        Refusal.Kind.TAKEN,
                        "a key with the same serial number was set up in this run, and this is not in its state",
                        Optional.of("look at the numbers printed on the two keys")))
                : Optional.empty();
    }

    private Standing standing(KeyState state, Judging judging) {
        Optional<Unfinished> left = dossier.surelyUnfinished();
        boolean settled = dossier.isProved() || left.map(Unfinished::proved).orElse(false) && !canProveNow(state);
        return new Standing(
                dossier.known().orElseThrow().done()
                        || left.filter(before -> isComplete(state, before)).isPresent(),
                state.hasPin() && recognition.pinIsRight(key, dossier.identity()),
                dossier.isBegun(),
                dossier.wasReset(),
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
}
