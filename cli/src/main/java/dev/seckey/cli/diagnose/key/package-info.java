/**
 * One key, once it can be reached: what it says of itself against the specification, the state of its PIN, what is
 * known of its model, and how well the connection works. Nothing is sent that needs a PIN or a touch, or that changes
 * anything.
 */
package dev.seckey.cli.diagnose.key;
