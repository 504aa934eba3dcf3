/** Tokens that prove to a key who its user is, and where the PIN for them comes from. */
package dev.seckey.cli.unlock;
