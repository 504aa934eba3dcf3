package dev.seckey.ctap2.transport;

/** A clock that only goes forward, for time limits. Dates come from {@link java.time.Clock}. */
@FunctionalInterface
public interface Ticker {
    Ticker SYSTEM = System::nanoTime;

    /** Nanoseconds since some moment. */
    long nanos();
}
