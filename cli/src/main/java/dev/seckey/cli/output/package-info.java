/**
 * Results on their way out. A command makes a {@link dev.seckey.cli.output.Result}; whether it is printed as text or as
 * JSON, on stdout or into a file, is decided here and nowhere else.
 */
package dev.seckey.cli.output;
