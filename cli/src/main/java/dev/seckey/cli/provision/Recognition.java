package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.provision.plan.KeyState;
import dev.seckey.cli.provision.plan.Planner;
import dev.seckey.cli.provision.plan.StepId;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.verdict.Verdict;
import dev.seckey.transports.KeyRef;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which key is this? One with a serial number says so itself. One without is surely known again only by a PIN of ours
 * that opens it. Else it can be said at most that it may be one that was begun: then nothing that the ledger has of that
 * one is believed of this, no PIN of that one is counted as its own, and the person is told.
 */
final class Recognition {
    /** Fewer tries are left to the key's owner. */
    private static final int ENOUGH_TRIES = 5;

    /** One more in a row locks a key until it is plugged in again. */
    private static final int MOST_TRIES = 2;

    private final Batch batch;
    private final Planner planner;
    private final Register register;
    private final PinsInHand pins;
    private final Attendant attendant;

    Recognition(Batch batch, Register register, PinsInHand pins, Attendant attendant) {
        this.batch = batch;
        this.planner = new Planner(batch.rules());
        this.register = register;
        this.pins = pins;
        this.attendant = attendant;
    }

    Known recognise(KeyAtWork key, KeyState state, Verdict verdict) {
        String aaguid = key.session().info().aaguid().toString();
        KeyIdentity identity = identity(key, Optional.of(aaguid), verdict.model(), verdict.simulated());
        if (identity.serial().isPresent()) {
            return attendant.atDesk(
                    () -> register.about(identity, batch.document().sha256()));
        }
        return nameless(key, state, aaguid).orElseGet(() -> {
            take(identity);
            return isLikeThoseDone(key, state, aaguid) ? Known.likeThoseDone(identity) : Known.nothing(identity);
        });
    }

    /** Still with the PIN that it was given, which nobody has used: its forced change is to come. */
    private boolean isLikeThoseDone(KeyAtWork key, KeyState state, String aaguid) {
        boolean alike = state.hasPin()
                && state.changeForced()
                && planner.isAsWanted(state)
                && attendant.atDesk(() ->
                        register.hasFinishedNameless(aaguid, batch.document().sha256()));
        if (alike) {
            warn(
                    key,
                    "it looks like one of those that were set up, but has no serial number: which one, nobody can tell");
        }
        return alike;
    }

    /** One that cannot be asked. */
    Known strange(KeyAtWork key) {
        KeyIdentity identity = identity(key, Optional.empty(), Optional.empty(), false);
        take(identity);
        return Known.nothing(identity);
    }

    private KeyIdentity identity(
            KeyAtWork key, Optional<String> aaguid, Optional<String> model, boolean simulatedModel) {
        KeyRef ref = key.bay().ref();
        Optional<String> serial = key.yubiKey()
                .flatMap(info -> info.serial().map(String::valueOf))
                .or(ref::serial);
        UUID fallback = new UUID(batch.random().nextLong(), batch.random().nextLong());
        return new KeyIdentity(
                KeyIdentity.idOf(serial, Optional.empty(), fallback),
                serial,
                aaguid,
                model,
                Optional.of(ref.product()),
                Optional.of(ref.transport().id()),
                Optional.of(ref.selector()),
                Optional.empty(),
                Optional.empty(),
                simulatedModel || key.bay().isSimulated());
    }

    private Optional<Known> nameless(KeyAtWork key, KeyState state, String aaguid) {
        Traits traits = Traits.of(key.session().info());
        List<Unfinished> begun = attendant.atDesk(() -> register.nameless(aaguid));
        List<Unfinished> alike =
                begun.stream().filter(left -> mayBe(state, traits, left)).toList();
        return state.isUsed() ? used(key, state, alike) : unused(key, alike.isEmpty() ? begun : alike);
    }

    /** Whether what was done to that key shows on this, and nothing else was done to it. */
    private boolean mayBe(KeyState now, Traits traits, Unfinished left) {
        return traits.mayHaveBeen(left.traits())
                && Collections.disjoint(planner.lacking(now), left.done())
                && (!now.hasPin() || left.mayHavePin())
                && (!now.changeForced() || left.started().contains(StepId.FORCE_PIN_CHANGE));
    }

    /** The one whose PIN opens it; else it may be one whose PIN nobody knows. */
    private Optional<Known> used(KeyAtWork key, KeyState state, List<Unfinished> alike) {
        List<Unfinished> known = alike.stream()
                .filter(left -> state.hasPin() && pins.has(left.key().id()))
                .limit(MOST_TRIES)
                .toList();
        for (Unfinished left : known) {
            if (pinIsRight(key, left.key())) {
                return taken(left).map(same -> Known.of(same, true));
            }
        }
        return alike.stream()
                .filter(left -> !pins.has(left.key().id()))
                .findFirst()
                .flatMap(this::taken)
                .map(left -> {
                    warn(key, "nobody can be sure that this is " + left.who() + ": it has no serial number");
                    return Known.of(left, false);
                });
    }

    /** Whichever it is, it is set up from the beginning, with a PIN of its own, for the person who waits for one. */
    private Optional<Known> unused(KeyAtWork key, List<Unfinished> candidates) {
        return candidates.stream().findFirst().flatMap(this::taken).map(left -> {
            warn(
                    key,
                    "nobody can be sure that this is " + left.who()
                            + ": it has no serial number, so it is set up from the beginning");
            pins.forget(left.key().id());
            return Known.of(left, false);
        });
    }

    private void warn(KeyAtWork key, String text) {
        attendant.warn(key.bay().ref(), text);
    }

    private Optional<Unfinished> taken(Unfinished left) {
        return Optional.of(left).filter(free -> take(free.key()));
    }

    private boolean take(KeyIdentity key) {
        return attendant.atDesk(() -> register.take(key));
    }

    /** Others may have it now. */
    void letGo(Known about) {
        attendant.atDesk(() -> {
            register.letGo(about.key());
            return about;
        });
    }

    /** Whether the PIN that we have for it is its own; a wrong one costs a try, so where few are left none is made. */
    boolean pinIsRight(KeyAtWork key, KeyIdentity identity) {
        Optional<Pin> ours = pins.of(identity.id());
        if (ours.isEmpty()) {
            return false;
        }
        try (Pin pin = ours.get()) {
            PinRetries left = key.pinUv().retries();
            return left.left() >= ENOUGH_TRIES
                    && !left.powerCycleNeeded()
                    && key.pinUv().verify(pin, false) != null;
        } catch (PinFault e) {
            return false;
        }
    }
}
