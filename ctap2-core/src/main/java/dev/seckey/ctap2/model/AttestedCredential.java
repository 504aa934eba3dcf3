package dev.seckey.ctap2.model;

import dev.seckey.ctap2.bytes.Bytes;

/** The new credential inside authenticator data (WebAuthn Level 3 §6.5.1). */
public record AttestedCredential(Aaguid aaguid, Bytes credentialId, CoseKey publicKey) {}
