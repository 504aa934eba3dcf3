package dev.seckey.ctap2.server;

import dev.seckey.ctap2.transport.HidPacket;
import java.util.HashSet;
import java.util.Set;

/**
 * The channels of a USB key (CTAP 2.3 §11.2.4): given out in order to who asks on the broadcast channel, or known by the
 * number that a client chose for itself and opened by INIT, as test programs and some old clients do.
 */
final class Channels {
    private static final int NONE = 0;

    /** Channels with numbers of clients' own, at most: nobody needs many. */
    private static final int MOST_CHOSEN = 64;

    private final Set<Integer> chosen = new HashSet<>();
    private int last = NONE;

    boolean has(int channel) {
        return channel > NONE && channel <= last || chosen.contains(channel);
    }

    /** Makes the channel of an INIT known, or a new one if it came by the broadcast channel. */
    int open(int channel) {
        if (channel == HidPacket.BROADCAST) {
            return next();
        }
        if (!has(channel)) {
            chosen.add(channel);
        }
        return channel;
    }

    private int next() {
        do {
            last++;
        } while (chosen.remove(last));
        return last;
    }

    /** Whether INIT may come by this channel. */
    boolean mayOpen(int channel) {
        boolean free = channel != NONE && chosen.size() < MOST_CHOSEN;
        return channel == HidPacket.BROADCAST || has(channel) || free;
    }

    void clear() {
        chosen.clear();
        last = NONE;
    }
}
