package dev.seckey.cli.virtual;

import dev.seckey.ctap2.server.FaultPlan;
import dev.seckey.ctap2.transport.Sleeper;

/**
 * What is to go wrong on the way to a simulated key and on the way back.
 *
 * @param received what its host sends
 * @param sent what it answers
 */
record Faults(FaultPlan received, FaultPlan sent) {
    /** @param disconnect takes the key's power away, without waiting for the key */
    static Faults none(Sleeper sleeper, Runnable disconnect) {
        return new Faults(new FaultPlan(sleeper, disconnect), new FaultPlan(sleeper, disconnect));
    }

    /** How many are still to come. */
    int pending() {
        return received.pending() + sent.pending();
    }
}
