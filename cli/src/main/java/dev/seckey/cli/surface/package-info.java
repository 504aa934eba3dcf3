/**
 * The command line as it presents itself: which commands, options and values there are, in plain records. Read once from
 * the commands themselves; manual pages and completions are made of it, so that they cannot say anything else.
 */
package dev.seckey.cli.surface;
