package dev.seckey.ctap2.transport;

/** Set from any thread, seen by the one that talks to the key, which then sends a CANCEL and reads the last answer. */
public final class CancelToken {
    private volatile boolean cancelled;

    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }
}
