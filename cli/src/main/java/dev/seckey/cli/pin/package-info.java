/**
 * The PIN of a key: what can be told of it without trying one ({@link dev.seckey.cli.pin.PinState}), and how the person
 * is asked for it, knowing what a wrong one would cost.
 */
package dev.seckey.cli.pin;
