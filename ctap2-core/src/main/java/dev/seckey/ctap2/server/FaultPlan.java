package dev.seckey.ctap2.server;

import dev.seckey.ctap2.transport.Sleeper;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is to go wrong on the way from a simulated key to its host, planned by number: at the first, second, … packet of a
 * USB key, or answer of a card, from now on. Whatever the key sends goes through {@link #pass}.
 */
public final class FaultPlan {
    /** Octets of a packet in front of its message. */
    private static final int HEADER = 7;

    /** Octets of an answer behind its message. */
    private static final int STATUS_WORD = 2;

    private final Sleeper sleeper;
    private final Runnable disconnect;
    private final Map<Long, Mishap> planned = new HashMap<>();
    private long passed;

    public enum Kind {
        /** Does not arrive. */
        DROP,
        /** Arrives late, and so does whatever follows. */
        DELAY,
        /** Arrives with its message inverted; what is too short to hold one, with its first octet inverted. */
        GARBLE,
        /** Arrives by half. */
        TRUNCATE,
        /** Does not arrive, and the key loses its power. */
        DISCONNECT
    }

    /** @param millis how late, in milliseconds; 0 for all but a delay */
    public record Mishap(Kind kind, long millis) {
        public static Mishap of(Kind kind) {
            return new Mishap(kind, 0);
        }

        public static Mishap delay(long millis) {
            return new Mishap(Kind.DELAY, millis);
        }
    }

    /** @param disconnect takes the key's power away; must not wait for the key, on whose thread it is called */
    public FaultPlan(Sleeper sleeper, Runnable disconnect) {
        this.sleeper = sleeper;
        this.disconnect = disconnect;
    }

    /** @param number 1 for what the key sends next; a later plan for the same replaces the earlier one */
    public synchronized void plan(int number, Mishap mishap) {
        if (number < 1) {
            throw new IllegalArgumentException("the first is number 1, not " + number);
        }
        planned.put(passed + number, mishap);
    }

    /** How many are still to come. */
    public synchronized int pending() {
        return planned.size();
    }

    /** How many packets or answers the key has sent. */
    public synchronized long passed() {
        return passed;
    }

    /**
     * What the host gets of this packet or answer.
     *
     * @return empty if nothing arrives
     */
    public Optional<byte[]> pass(byte[] octets) {
        Optional<Mishap> mishap = next();
        if (mishap.isEmpty()) {
            return Optional.of(octets);
        }
        return switch (mishap.get().kind()) {
            case DROP -> Optional.empty();
            case DELAY -> {
                sleeper.sleep(mishap.get().millis());
                yield Optional.of(octets);
            }
            case GARBLE -> Optional.of(garbled(octets));
            case TRUNCATE -> Optional.of(Arrays.copyOf(octets, Math.max(1, octets.length / 2)));
            case DISCONNECT -> {
                disconnect.run();
                yield Optional.empty();
            }
        };
    }

    private synchronized Optional<Mishap> next() {
        passed++;
        return Optional.ofNullable(planned.remove(passed));
    }

    private static byte[] garbled(byte[] octets) {
        byte[] other = octets.clone();
        boolean holdsMessage = octets.length > HEADER + STATUS_WORD;
        int start = holdsMessage ? HEADER : 0;
        int end = holdsMessage ? octets.length - STATUS_WORD : 1;
        for (int i = start; i < end; i++) {
            other[i] = (byte) ~other[i];
        }
        return other;
    }
}
