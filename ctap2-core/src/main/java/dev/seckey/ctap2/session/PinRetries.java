package dev.seckey.ctap2.session;

import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.fault.Reason;

/**
 * How many wrong PINs the key still allows.
 *
 * @param left 0: blocked
 * @param powerCycleNeeded whether the key must be reinserted before the next try
 */
public record PinRetries(int left, boolean powerCycleNeeded) {
    /** @throws PinFault if the key takes no PIN now, not even the right one */
    public void requireOpen() {
        if (left == 0) {
            throw new PinFault(Reason.PIN_BLOCKED, "the PIN is blocked: no tries are left");
        }
        if (powerCycleNeeded) {
            throw new PinFault(
                    Reason.PIN_LOCKED_UNTIL_POWER_CYCLE, "too many wrong PINs in a row: the key has locked itself");
        }
    }
}
