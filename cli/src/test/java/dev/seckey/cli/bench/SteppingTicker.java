package dev.seckey.cli.bench;

import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Ticker;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Time that passes only while somebody sleeps: half a minute without a touch is over at once. */
public final class SteppingTicker implements Ticker, Sleeper {
    /** A key that waits half a minute takes 300 steps: time for every other thread to get on. */
    private static final long REST_NANOS = 1_000_000;

    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public void sleep(long millis) {
        LockSupport.parkNanos(REST_NANOS);
        nanos.addAndGet(millis * 1_000_000);
    }
}
