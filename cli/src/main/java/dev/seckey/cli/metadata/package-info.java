/** Metadata on this machine: where it is kept, and what is said of it. */
package dev.seckey.cli.metadata;
