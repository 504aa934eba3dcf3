package dev.seckey.ctap2.soft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.Command;
import dev.seckey.ctap2.command.GetInfo;
import dev.seckey.ctap2.fault.CtapStatus;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One row of a walk along an algorithm of the specification: what a key answers at one of its numbered steps, and that
 * nothing of what it keeps has changed but what must.
 *
 * @param number of the step
 * @param before what happened to the key
 * @param request what is asked of it then
 * @param changes the parts of its memory that are others afterwards
 */
record Step(
        String number,
        String what,
        Profile profile,
        Consumer<KeyInHand> before,
        Function<KeyInHand, Command<?>> request,
        CtapStatus expected,
        Set<String> changes) {
    /** At a new key, which is asked for nothing yet. */
    static Step at(String number, String what) {
        return new Step(number, what, KeyInHand.profile(), key -> {}, key -> new GetInfo(), CtapStatus.OK, Set.of());
    }

    Step on(Profile other) {
        return new Step(number, what, other, before, request, expected, changes);
    }

    Step after(Consumer<KeyInHand> happening) {
        return new Step(number, what, profile, before.andThen(happening), request, expected, changes);
    }

    Step asked(Function<KeyInHand, Command<?>> asking) {
        return new Step(number, what, profile, before, asking, expected, changes);
    }

    Step asked(Command<?> asking) {
        return asked(key -> asking);
    }

    Step gives(CtapStatus status) {
        return new Step(number, what, profile, before, request, status, changes);
    }

    /** What may change of the key's memory; everything else must not. */
    Step changing(String... parts) {
        return new Step(number, what, profile, before, request, expected, Set.of(parts));
    }

    void take() {
        Snapshots memory = new Snapshots();
        KeyInHand key = new KeyInHand(profile, memory);
        before.accept(key);
        Command<?> asking = request.apply(key);
        CborMap then = memory.now();
        assertEquals(expected, key.status(asking));
        assertEquals(changes, memory.changedSince(then));
    }

    @Override
    public String toString() {
        return "step " + number + ", " + what + ": " + expected;
    }
}
