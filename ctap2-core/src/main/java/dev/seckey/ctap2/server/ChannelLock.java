package dev.seckey.ctap2.server;

import dev.seckey.ctap2.transport.Ticker;

/** CTAPHID_LOCK (CTAP 2.3 §11.2.9.2.2): for up to ten seconds one channel has the key to itself. */
final class ChannelLock {
    static final int MOST_SECONDS = 10;

    private static final int NOBODY = 0;
    private static final long SECOND = 1_000_000_000L;

    private final Ticker ticker;
    private int holder = NOBODY;
    private long since;
    private long nanos;

    ChannelLock(Ticker ticker) {
        this.ticker = ticker;
    }

    /** @param seconds 0 to 10 from now; 0 gives the lock back */
    void take(int channel, int seconds) {
        holder = channel;
        since = ticker.nanos();
        nanos = seconds * SECOND;
    }

    /** Whether another channel has the lock. */
    boolean excludes(int channel) {
        return holder != NOBODY && holder != channel && ticker.nanos() - since < nanos;
    }

    void release() {
        holder = NOBODY;
    }
}
