package dev.seckey.ctap2.server;

import dev.seckey.ctap2.transport.HidPacket;
import java.util.HashSet;
import java.util.Set;

/**
 * The channels of a USB key (CTAP 2.3 §11.2.4): given out in order to who asks on the broadcast channel, or of a number
 * that a client chose for itself and opened by INIT, as the tests of other keys do.
 */
final class Channels {
    private static final int NONE = 0;

    /** Lower ones are the key's to give; one that it does not know is from before it lost its power. */
    private static final int LEAST_CHOSEN = 0x01000000;

    /** Nobody needs many. */
    private static final int MOST_CHOSEN = 64;

    private final Set<Integer> chosen = new HashSet<>();
    private int last = NONE;

    boolean has(int channel) {
        return channel > NONE && channel <= last || chosen.contains(channel);
    }

    /** Whether INIT may come by this channel. */
    boolean mayOpen(int channel) {
        boolean free = Integer.compareUnsigned(channel, LEAST_CHOSEN) >= 0 && chosen.size() < MOST_CHOSEN;
        return channel == HidPacket.BROADCAST || has(channel) || free;
    }

    /** Makes the channel of an INIT known, or a new one if that came by the broadcast channel. */
    int open(int channel) {
        if (channel == HidPacket.BROADCAST) {
            return ++last;
        }
        if (!has(channel)) {
            chosen.add(channel);
        }
        return channel;
    }

    void clear() {
        chosen.clear();
        last = NONE;
    }
}
