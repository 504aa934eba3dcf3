/**
 * The commands, and picocli, which is known only here. A command parses, calls and hands its result on; what it does is
 * done elsewhere. {@link dev.seckey.cli.command.CommandTree} builds only the command that is named.
 */
package dev.seckey.cli.command;
