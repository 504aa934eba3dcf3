/**
 * The values that CTAP and WebAuthn speak of, as immutable types: who ({@link dev.seckey.ctap2.model.Aaguid}, relying
 * party, user), what (credential descriptor, COSE key, authenticator data), and all that a key says of itself
 * ({@link dev.seckey.ctap2.model.AuthenticatorInfo}). Each knows its CBOR form and nothing of commands.
 */
package dev.seckey.ctap2.model;
