/**
 * A security key without hardware: the software authenticator answers the same command types that the client sends, one
 * handler a command and one class an extension, and everything from outside (clock, randomness, user presence, the
 * finger on the sensor) is handed in.
 */
package dev.seckey.ctap2.soft;
