/**
 * A security key without hardware: the software authenticator answers the same command types that
 * the client sends, and everything from outside (clock, randomness, user presence) is handed in. In front of it stand a
 * packet server and an APDU server, so that both framings are exercised byte for byte.
 */
package dev.seckey.ctap2.soft;
