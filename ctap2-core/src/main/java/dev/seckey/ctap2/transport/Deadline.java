package dev.seckey.ctap2.transport;

import java.time.Duration;

/** The moment at which waiting ends, handed down unchanged through a whole transaction. */
public final class Deadline {
    private final Ticker ticker;
    private final long end;

    private Deadline(Ticker ticker, long end) {
        this.ticker = ticker;
        this.end = end;
    }

    public static Deadline after(Ticker ticker, Duration time) {
        return new Deadline(ticker, ticker.nanos() + time.toNanos());
    }

    /** Milliseconds left, rounded up; 0 when there are none. */
    public long remainingMillis() {
        long left = end - ticker.nanos();
        return left <= 0 ? 0 : (left + 999_999) / 1_000_000;
    }

    public boolean isPast() {
        return remainingMillis() == 0;
    }

    /** The same ticker, another moment: no later than this one. */
    public Deadline sooner(Duration time) {
        long other = ticker.nanos() + time.toNanos();
        return other - end < 0 ? new Deadline(ticker, other) : this;
    }
}
