package dev.seckey.ctap2.transport;

/** A clock that only goes forward, for time limits and pauses. Dates come from {@link java.time.Clock}. */
@FunctionalInterface
public interface Ticker {
    Ticker SYSTEM = System::nanoTime;

    /** Nanoseconds since some moment. */
    long nanos();

    /**
     * Lets this much time go by, in milliseconds; a test's ticker moves itself on instead. An interrupt ends the pause
     * and stays set.
     */
    default void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
