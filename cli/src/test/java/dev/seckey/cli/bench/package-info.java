/**
 * A workplace for tests of the command line: a fixed moment, a home in a temporary folder, keys that are plugged in by
 * name and behave as they are told, a person who types what is written down. {@link dev.seckey.cli.bench.Bench} runs a
 * command in it and gives what came out.
 */
package dev.seckey.cli.bench;
