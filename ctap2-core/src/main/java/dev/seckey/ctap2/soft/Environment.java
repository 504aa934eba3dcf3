package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Ticker;
import java.security.SecureRandom;

/** Everything that the software authenticator takes from outside. */
public record Environment(Ticker ticker, Sleeper sleeper, SecureRandom random, UserPresence presence, Finger finger) {
    /** With a finger that is always good. */
    public Environment(Ticker ticker, Sleeper sleeper, SecureRandom random, UserPresence presence) {
        this(ticker, sleeper, random, presence, Finger.GOOD);
    }

    /** The machine's own clock and randomness, and a person who touches at once. */
    public static Environment ofThisMachine() {
        return new Environment(Ticker.SYSTEM, Sleeper.SYSTEM, new SecureRandom(), UserPresence.ALWAYS);
    }

    public Environment with(UserPresence other) {
        return new Environment(ticker, sleeper, random, other, finger);
    }

    public Environment with(Finger other) {
        return new Environment(ticker, sleeper, random, presence, other);
    }
}
