/**
 * The people who get keys: a CSV file as their organisation has it, read whole and checked whole before anything is done
 * with it. Where it brings PINs, they are kept as bytes that can be wiped.
 */
package dev.seckey.cli.users;
