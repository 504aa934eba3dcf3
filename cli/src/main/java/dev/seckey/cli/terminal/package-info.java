/**
 * The person at the terminal: what they are told on stderr, and how a PIN gets from them to the key without standing on
 * the command line or the screen.
 */
package dev.seckey.cli.terminal;
