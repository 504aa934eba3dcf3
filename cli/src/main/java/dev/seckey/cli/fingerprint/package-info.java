/** Enrolling a finger with the person at the key told how each sample came out, and finding the fingerprint that is meant. */
package dev.seckey.cli.fingerprint;
