/** Changing which applications of a YubiKey are enabled, and looking afterwards whether they are. */
package dev.seckey.cli.yubikey;
