/**
 * The file for support: everything that was found, with what would name persons or keys taken out, and a list of
 * what that was.
 */
package dev.seckey.cli.diagnose.bundle;
