package dev.seckey.transports;

import dev.seckey.ctap2.fault.AccessFault;
import dev.seckey.ctap2.fault.Reason;

/**
 * Why a key cannot be opened.
 *
 * @param what one line: what stands in the way
 * @param todo one line: what to do about it
 */
public record Obstacle(Reason reason, String what, String todo) {
    public AccessFault fault() {
        return new AccessFault(reason, what, todo);
    }

    public AccessFault fault(Throwable cause) {
        return new AccessFault(reason, what, todo, cause);
    }
}
