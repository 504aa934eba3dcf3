package dev.seckey.cli.command;

import dev.seckey.cli.keys.KeySelector;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.keys.SimulatedBox;
import dev.seckey.cli.provision.Hub;
import dev.seckey.transports.KeyRef;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where the keys come from that {@code --key} means: the machine's places, or a box of simulated keys.
 *
 * @param box closed at the end
 * @param named whether one key is meant by its serial number
 */
record PluggedIn(Hub hub, Optional<SimulatedBox> box, boolean named) implements AutoCloseable {
    static PluggedIn of(Context context, Optional<Integer> count, int parallel) {
        Optional<KeySelector> selector = context.selector();
        if (selector.isPresent() && selector.get() instanceof KeySelector.Simulated kind) {
            SimulatedBox box = new SimulatedBox(kind, count.orElse(1), parallel);
            Hub hub = new Hub(
                    box, any -> true, exchanges -> context.opener(box, exchanges), key -> box.takeAway(key.path()));
            return new PluggedIn(hub, Optional.of(box), false);
        }
        Predicate<KeyRef> wanted =
                selector.map(chosen -> at(place(context, chosen))).orElse(any -> true);
        Hub hub = new Hub(context.keys(), wanted, exchanges -> context.opener(context.keys(), exchanges), key -> {});
        boolean named = selector.filter(KeySelector.Serial.class::isInstance).isPresent();
        return new PluggedIn(hub, Optional.empty(), named);
    }

    private static Predicate<KeyRef> at(KeySelector place) {
        return key -> KeySelector.parse(key.selector()).equals(place);
    }

    /** The key with a serial number must be there now: many tell it only when they are asked. */
    private static KeySelector place(Context context, KeySelector selector) {
        if (!(selector instanceof KeySelector.Serial)) {
            return selector;
        }
        try (OpenKey key = context.opener().open(Optional.of(selector))) {
            return KeySelector.parse(key.selector());
        }
    }

    /** After how many keys it ends, if that is known: of those that are simulated, or named, there is one. */
    Optional<Integer> limit(Optional<Integer> count) {
        return count.or(() -> Optional.of(1).filter(one -> simulated() || named));
    }

    boolean simulated() {
        return box.isPresent();
    }

    @Override
    public void close() {
        box.ifPresent(SimulatedBox::close);
    }
}
