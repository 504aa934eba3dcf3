/**
 * Talking to one key: {@link dev.seckey.ctap2.session.Ctap2} sends commands and gives their answers, knows what the key
 * said of itself and respects its limits; {@link dev.seckey.ctap2.session.PinUv} gets tokens for a PIN as a careful
 * client does, without wasting a try.
 */
package dev.seckey.ctap2.session;
