package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.provision.plan.KeyState;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.session.PinUv;
import dev.seckey.ctap2.verdict.Verdict;
import dev.seckey.transports.KeyRef;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which key is this? One with a serial number says so itself. One without is known again by a PIN of ours that opens it;
 * one whose PIN still must be changed is one of those that were set up here if the ledger has such;
 * and one without any PIN may be taken for one of its kind that was begun and has none yet, since it differs from that in
 * nothing that matters.
 */
final class Recognition {
    /** Fewer tries are left to the key's owner. */
    private static final int ENOUGH_TRIES = 5;

    private final Batch batch;
    private final Register register;
    private final PinsInHand pins;
    private final Attendant attendant;

    Recognition(Batch batch, Register register, PinsInHand pins, Attendant attendant) {
        this.batch = batch;
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
        return nameless(key, state, aaguid).map(Known::of).orElseGet(() -> {
            Known strange = strange(identity);
            return isLikeThoseDone(state, aaguid) ? strange.asDone() : strange;
        });
    }

    /** Still with the PIN that it was given, which nobody has used: its forced change is to come. */
    private boolean isLikeThoseDone(KeyState state, String aaguid) {
        return state.hasPin()
                && state.changeForced()
                && attendant.atDesk(() ->
                        register.hasFinishedNameless(aaguid, batch.document().sha256()));
    }

    /** One that cannot be asked. */
    Known strange(KeyAtWork key) {
        return strange(identity(key, Optional.empty(), Optional.empty(), false));
    }

    private Known strange(KeyIdentity identity) {
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

    private Optional<Unfinished> nameless(KeyAtWork key, KeyState state, String aaguid) {
        List<Unfinished> begun = attendant.atDesk(() -> register.nameless(aaguid));
        Optional<Unfinished> found =
                state.hasPin() ? byPin(key, state, begun) : begun.stream().findFirst();
        return state.isUsed() && !state.hasPin() ? Optional.empty() : found.filter(left -> take(left.key()));
    }

    /** The one whose PIN opens it; else one whose PIN nobody knows, since only that can then be told of it. */
    private Optional<Unfinished> byPin(KeyAtWork key, KeyState state, List<Unfinished> begun) {
        for (Unfinished left : begun) {
            Optional<Pin> known = pins.of(left.key().id());
            if (known.isPresent() && opens(key.pinUv(), state, known.get())) {
                return Optional.of(left);
            }
        }
        return begun.stream()
                .filter(left -> left.mayHavePin() && !pins.has(left.key().id()))
                .findFirst();
    }

    boolean pinIsRight(KeyAtWork key, KeyState state, KeyIdentity identity) {
        Optional<Pin> ours = pins.of(identity.id());
        return ours.isPresent() && opens(key.pinUv(), state, ours.get());
    }

    /** Others may have it now. */
    void letGo(Known about) {
        attendant.atDesk(() -> {
            register.letGo(about.key());
            return about;
        });
    }

    private boolean take(KeyIdentity key) {
        return attendant.atDesk(() -> register.take(key));
    }

    /** Whether this PIN, which is wiped, is the key's; a wrong one costs a try, so few are not touched. */
    private static boolean opens(PinUv pinUv, KeyState state, Pin given) {
        boolean enough = state.retries()
                .map(left -> left.left() >= ENOUGH_TRIES && !left.powerCycleNeeded())
                .orElse(false);
        try (Pin pin = given) {
            return enough && pinUv.verify(pin, false) != null;
        } catch (PinFault e) {
            return false;
        }
    }
}
