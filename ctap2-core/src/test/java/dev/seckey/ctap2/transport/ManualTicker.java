package dev.seckey.ctap2.transport;

/** Time that passes only when a test says so. */
public final class ManualTicker implements Ticker, Sleeper {
    private long nanos;

    @Override
    public long nanos() {
        return nanos;
    }

    public void advance(long millis) {
        nanos += millis * 1_000_000;
    }

    @Override
    public void sleep(long millis) {
        advance(millis);
    }
}
