/**
 * The credentials on a key and the ceremonies with it: which stored credential is meant, which account, and what a
 * relying party's files say.
 */
package dev.seckey.cli.credential;
