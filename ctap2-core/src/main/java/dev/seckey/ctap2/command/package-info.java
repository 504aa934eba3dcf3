/**
 * One file a command: a request record that knows its response type, in both directions, so that client and software
 * authenticator speak the same types. {@link dev.seckey.ctap2.command.Command} ties request, command byte and response
 * together; nothing here knows of devices or sessions.
 */
package dev.seckey.ctap2.command;
