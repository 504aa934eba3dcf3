/** Attestation and assertion verification, on published ceremonies, real registrations and certificates made here. */
package dev.seckey.ctap2.webauthn;
