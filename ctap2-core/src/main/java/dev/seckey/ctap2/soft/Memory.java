package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.cbor.CborMap;
import java.util.Optional;
import java.util.function.Supplier;

/** Where a simulated key keeps what outlives its process. */
public interface Memory {
    /** Nowhere. */
    Memory NONE = new Memory() {
        @Override
        public Optional<CborMap> load() {
            return Optional.empty();
        }

        @Override
        public void keep(Supplier<CborMap> state) {
            // it ends with the process
        }
    };

    /** What was kept last; empty for a new key. */
    Optional<CborMap> load();

    /** Keeps the state if it is another than before; returns when it is safe. */
    void keep(Supplier<CborMap> state);

    /** Lets others have it. */
    default void close() {}
}
