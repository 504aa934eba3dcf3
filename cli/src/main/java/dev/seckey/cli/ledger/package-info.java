/**
 * The record of what was done to which key: events that are only ever added, never changed, each bench's chained by
 * hashes so that a row that was altered, removed or cut off shows. The same tables and the same code serve a file
 * (SQLite) and a server that several benches share (PostgreSQL), where the claims keep two benches from giving one person
 * two keys, or two keys one number.
 */
package dev.seckey.cli.ledger;
