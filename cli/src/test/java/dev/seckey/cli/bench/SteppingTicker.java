package dev.seckey.cli.bench;

import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Ticker;
import java.util.concurrent.atomic.AtomicLong;

/** Time that passes only while somebody sleeps: half a minute without a touch is over at once. */
public final class SteppingTicker implements Ticker, Sleeper {
    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public void sleep(long millis) {
        nanos.addAndGet(millis * 1_000_000);
    }
}
