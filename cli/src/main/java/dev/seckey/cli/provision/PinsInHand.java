package dev.seckey.cli.provision;

import dev.seckey.ctap2.pinuv.Pin;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** PINs that keys got, or were about to get, and that are not finished yet: a key that comes back can be gone on with. */
public final class PinsInHand implements AutoCloseable {
    private final Map<String, Pin> byKey = new HashMap<>();

    /** Takes a copy. */
    synchronized void keep(String keyId, Pin pin) {
        forget(keyId);
        byKey.put(keyId, pin.copy());
    }

    /** A copy, for the caller to close. */
    synchronized Optional<Pin> of(String keyId) {
        return Optional.ofNullable(byKey.get(keyId)).map(Pin::copy);
    }

    synchronized boolean has(String keyId) {
        return byKey.containsKey(keyId);
    }

    synchronized void forget(String keyId) {
        Optional.ofNullable(byKey.remove(keyId)).ifPresent(Pin::close);
    }

    @Override
    public synchronized void close() {
        byKey.values().forEach(Pin::close);
        byKey.clear();
    }
}
