package dev.seckey.ctap2.transport;

/** Hears of a key's state when it changes: once for a run of equal keepalives. */
@FunctionalInterface
public interface KeepaliveListener {
    KeepaliveListener NONE = state -> {};

    void changed(Keepalive state);
}
