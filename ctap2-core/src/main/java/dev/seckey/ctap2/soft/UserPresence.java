package dev.seckey.ctap2.soft;

/** The person in front of the simulated key: asked again and again while a request waits for a touch. */
@FunctionalInterface
public interface UserPresence {
    /** Has the finger on the key already, and need not be asked. */
    UserPresence ALWAYS = waitedMillis -> Answer.TOUCHED;

    /** Touches as soon as asked. */
    UserPresence AT_ONCE = new UserPresence() {
        @Override
        public Answer answer(long waitedMillis) {
            return Answer.TOUCHED;
        }

        @Override
        public boolean isAsked() {
            return true;
        }
    };

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

    /** Whether the client hears that a touch is wanted although it comes at once. */
    default boolean isAsked() {
        return false;
    }

    /** @param waitedMillis how long the request has waited, in milliseconds */
    Answer answer(long waitedMillis);
}
