/**
 * What an organisation asks of its keys, written down: a TOML file ({@link dev.seckey.cli.policy.PolicyDocument}) has the
 * rules that a key is verified by and, in its {@code [provision]} table, how a new one is set up. A file is read whole:
 * every mistake in it is told at once, with its line and column, and a key that nobody knows is one. The policies that are
 * built in are such files too.
 */
package dev.seckey.cli.policy;
