package dev.seckey.cli.keys;

import dev.seckey.ctap2.transport.ApduPipe;
import dev.seckey.ctap2.transport.HidPipe;

/** The keys within reach: which there are, and the bare path to each. */
public interface Keys {
    /** Whether they are our own. */
    default boolean simulated() {
        return false;
    }

    /**
     * Pulls a key out and plugs it in again, where no hand is needed for that.
     *
     * @return whether it was done
     */
    default boolean replug(String path) {
        return false;
    }

    /** Everything in sight; a way that cannot be looked at is a blind spot, not a failure. */
    Listing list();

    /**
     * @param path as in {@link dev.seckey.transports.KeyRef#path}
     * @throws dev.seckey.ctap2.fault.AccessFault if it does not open
     */
    HidPipe openUsb(String path);

    /**
     * @param reader as in {@link dev.seckey.transports.KeyRef#path}
     * @throws dev.seckey.ctap2.fault.AccessFault if it does not open
     */
    ApduPipe openNfc(String reader);
}
