package dev.seckey.ctap2.command;

import static dev.seckey.ctap2.cbor.CborType.MAP;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AuthenticatorData;
import java.util.Optional;

/**
 * The whole answer to makeCredential (CTAP 2.3 §6.1).
 *
 * @param epAtt whether the attestation names this very key (enterprise attestation)
 * @param largeBlobKey 32 bytes
 */
public record NewCredential(
        AttestationObject attestation,
        boolean epAtt,
        Optional<Bytes> largeBlobKey,
        Optional<CborMap> unsignedExtensionOutputs) {
    public static final Field<CborMap> UNSIGNED_EXTENSION_OUTPUTS = Field.of(0x06, "unsignedExtensionOutputs", MAP);

    /** An answer of nothing but the attestation. */
    public static NewCredential of(AttestationObject attestation) {
        return new NewCredential(attestation, false, Optional.empty(), Optional.empty());
    }

    /** What is signed. */
    public AuthenticatorData authData() {
        return attestation.authData();
    }
}
