/**
 * The authenticator's end of the transports: a packet server for USB and an APDU server for cards, in front of whatever
 * {@link dev.seckey.ctap2.server.RequestHandler} carries the requests out, each with a pipe that joins it to a client in
 * the same process, so that both framings are exercised byte for byte.
 */
package dev.seckey.ctap2.server;
