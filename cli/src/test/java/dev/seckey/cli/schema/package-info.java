/** That what is printed is what the schemas say, wherever a test runs a command. */
package dev.seckey.cli.schema;
