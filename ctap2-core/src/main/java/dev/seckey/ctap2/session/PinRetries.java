package dev.seckey.ctap2.session;

/**
 * How many wrong PINs the key still allows.
 *
 * @param left 0: blocked
 * @param powerCycleNeeded whether the key must be reinserted before the next try
 */
public record PinRetries(int left, boolean powerCycleNeeded) {}
