package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;

/** Lets time pass between two questions to a key. */
@FunctionalInterface
public interface Sleeper {
    Sleeper SYSTEM = millis -> {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportFault(Reason.CANCELLED, "interrupted", e);
        }
    };

    /** @param millis how long, in milliseconds */
    void sleep(long millis);
}
