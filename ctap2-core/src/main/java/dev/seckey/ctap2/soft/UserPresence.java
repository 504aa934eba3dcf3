package dev.seckey.ctap2.soft;

/** The person in front of the simulated key: asked again and again while a request waits for a touch. */
@FunctionalInterface
public interface UserPresence {
    /** Touches at once. */
    UserPresence ALWAYS = waitedMillis -> Answer.TOUCHED;

    /** Is not there. */
    UserPresence NEVER = waitedMillis -> Answer.NOT_YET;

    /** Is there and says no. */
    UserPresence REFUSES = waitedMillis -> Answer.REFUSED;

    enum Answer {
        TOUCHED,
        NOT_YET,
        REFUSED
    }

    /** Touches after this many milliseconds. */
    static UserPresence after(long millis) {
        return waitedMillis -> waitedMillis >= millis ? Answer.TOUCHED : Answer.NOT_YET;
    }

    /** The key has got power: it was plugged in, or laid on a reader. */
    default void poweredUp() {}

    /** @param waitedMillis how long the request has waited, in milliseconds */
    Answer answer(long waitedMillis);
}
