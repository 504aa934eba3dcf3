/**
 * Adapters that move bytes and know nothing of commands. Each way to a key lists {@link dev.seckey.transports.KeyRef}s,
 * those included that cannot be opened, and opens one as a pipe for the framing in ctap2-core. What an operating system
 * puts in the way, and what a person can do about it, is said in {@link dev.seckey.transports.AccessAdvice} alone.
 */
package dev.seckey.transports;
