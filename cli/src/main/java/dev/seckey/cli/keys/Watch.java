package dev.seckey.cli.keys;

import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.transports.KeyRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/** Looks at what is plugged in again and again, and tells what came and what went. */
public final class Watch {
    private static final long PAUSE_MILLIS = 500;

    private final Keys keys;
    private final Sleeper sleeper;
    private final CancelToken cancel;
    private Map<List<Object>, KeyRef> before = new LinkedHashMap<>();

    /** What happened to a key. */
    public enum Change {
        /** It was there when the watch began. */
        PRESENT,
        INSERTED,
        REMOVED
    }

    public Watch(Keys keys, Sleeper sleeper, CancelToken cancel) {
        this.keys = keys;
        this.sleeper = sleeper;
        this.cancel = cancel;
    }

    /** Until cancelled. */
    public void run(BiConsumer<Change, KeyRef> listener) {
        run(listener, () -> false);
    }

    /** Until cancelled or, after a look, at the end. */
    public void run(BiConsumer<Change, KeyRef> listener, BooleanSupplier atEnd) {
        look(Change.PRESENT, listener);
        while (!cancel.isCancelled() && !atEnd.getAsBoolean()) {
            sleeper.sleep(PAUSE_MILLIS);
            look(Change.INSERTED, listener);
        }
    }

    private void look(Change appeared, BiConsumer<Change, KeyRef> listener) {
        Map<List<Object>, KeyRef> now = new LinkedHashMap<>();
        keys.list().present().forEach(key -> now.put(identity(key), key));
        before.forEach((identity, key) -> {
            if (!now.containsKey(identity)) {
                listener.accept(Change.REMOVED, key);
            }
        });
        now.forEach((identity, key) -> {
            if (!before.containsKey(identity)) {
                listener.accept(appeared, key);
            }
        });
        before = now;
    }

    /** Another key in the same place is another key; whether the system lets us open it may change meanwhile. */
    private static List<Object> identity(KeyRef key) {
        return List.of(key.selector(), key.product(), key.manufacturer(), key.serial());
    }
}
