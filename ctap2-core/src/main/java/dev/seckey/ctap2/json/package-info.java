/**
 * Small JSON documents as trees ({@link dev.seckey.ctap2.json.JsonObject}): WebAuthn's dictionaries, records, tables that
 * are shipped. What is large, as metadata is, is streamed by its own package instead.
 */
package dev.seckey.ctap2.json;
