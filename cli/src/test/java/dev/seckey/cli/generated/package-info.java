/** Files that are made of the command line itself and checked in: manual pages and completions. */
package dev.seckey.cli.generated;
