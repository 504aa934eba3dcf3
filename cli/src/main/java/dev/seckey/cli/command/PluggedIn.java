package dev.seckey.cli.command;

import dev.seckey.cli.keys.KeySelector;
import dev.seckey.cli.keys.SimulatedBox;
import dev.seckey.cli.provision.Hub;
import dev.seckey.transports.KeyRef;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where the keys come from that {@code --key} means: the machine's places, or a box of simulated keys.
 *
 * @param box closed at the end
 */
record PluggedIn(Hub hub, Optional<SimulatedBox> box) implements AutoCloseable {
    static PluggedIn of(Context context, Optional<Integer> count, int parallel) {
        Optional<KeySelector> selector = context.selector();
        if (selector.isPresent() && selector.get() instanceof KeySelector.Simulated kind) {
            SimulatedBox box = new SimulatedBox(kind, count.orElse(1), parallel);
            Hub hub = new Hub(
                    box, any -> true, exchanges -> context.opener(box, exchanges), key -> box.takeAway(key.path()));
            return new PluggedIn(hub, Optional.of(box));
        }
        Predicate<KeyRef> wanted = selector.<Predicate<KeyRef>>map(chosen -> key -> matches(chosen, key))
                .orElse(any -> true);
        Hub hub = new Hub(context.keys(), wanted, exchanges -> context.opener(context.keys(), exchanges), key -> {});
        return new PluggedIn(hub, Optional.empty());
    }

    private static boolean matches(KeySelector selector, KeyRef key) {
        return selector instanceof KeySelector.Serial serial
                ? key.serial().equals(Optional.of(serial.number()))
                : KeySelector.parse(key.selector()).equals(selector);
    }

    boolean simulated() {
        return box.isPresent();
    }

    @Override
    public void close() {
        box.ifPresent(SimulatedBox::close);
    }
}
