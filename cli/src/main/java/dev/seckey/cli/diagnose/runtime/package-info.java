/**
 * This computer and this program: Java, native libraries, terminal, clock, metadata, policy files.
 */
package dev.seckey.cli.diagnose.runtime;
