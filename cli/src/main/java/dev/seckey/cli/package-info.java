/**
 * The command line. {@link dev.seckey.cli.Main} is the only place that touches System.out, the clock and the exit; it
 * hands them down in {@link dev.seckey.cli.Surroundings}, so that every command can be run in a test as it runs in a
 * shell. Whatever fails ends in {@link dev.seckey.cli.FailureHandler}, once.
 */
package dev.seckey.cli;
