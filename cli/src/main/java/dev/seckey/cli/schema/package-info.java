/**
 * What the JSON of each command looks like, as JSON Schemas: a resource a command, and one with what several of them
 * refer to. They are kept apart and handed out as documents that stand on their own.
 */
package dev.seckey.cli.schema;
