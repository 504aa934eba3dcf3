/**
 * Metadata on this machine: where it is kept, how a newer BLOB takes its place, from the network or a file, and which
 * models of a procurement list it allows under a policy.
 */
package dev.seckey.cli.metadata;
