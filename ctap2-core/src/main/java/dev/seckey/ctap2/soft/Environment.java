package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Ticker;
import java.security.SecureRandom;

/** Everything that the software authenticator takes from outside. */
public record Environment(Ticker ticker, Sleeper sleeper, SecureRandom random, UserPresence presence) {
    /** The machine's own clock and randomness, and a person who touches at once. */
    public static Environment ofThisMachine() {
        return new Environment(Ticker.SYSTEM, Sleeper.SYSTEM, new SecureRandom(), UserPresence.ALWAYS);
    }

    public Environment with(UserPresence other) {
        return new Environment(ticker, sleeper, random, other);
    }
}
