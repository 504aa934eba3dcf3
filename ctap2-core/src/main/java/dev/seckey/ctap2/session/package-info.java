/**
 * Talking to one key: {@link dev.seckey.ctap2.session.Ctap2} sends commands and gives their answers, knows what the key
 * said of itself and respects its limits; {@link dev.seckey.ctap2.session.PinUv} gets tokens for a PIN as a careful
 * client does, without wasting a try.
 * {@link dev.seckey.ctap2.session.Configuration} finds the changes that a key's settings need; each is described, made
 * and read back by itself.
 */
package dev.seckey.ctap2.session;
