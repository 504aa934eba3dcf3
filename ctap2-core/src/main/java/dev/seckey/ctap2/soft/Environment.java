package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.transport.Ticker;
import java.security.SecureRandom;

/** Everything that the software authenticator takes from outside. */
public record Environment(Ticker ticker, SecureRandom random, UserPresence presence) {
    /** The machine's own clock and randomness, and a person who touches at once. */
    public static Environment ofThisMachine() {
        return new Environment(Ticker.SYSTEM, new SecureRandom(), UserPresence.ALWAYS);
    }

    public Environment with(UserPresence other) {
        return new Environment(ticker, random, other);
    }
}
