package dev.seckey.ctap2.webauthn;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AttestedCredential;

/** Verifies the attestation statements that security keys make (WebAuthn Level 3 §8). */
public final class AttestationVerifier {
    static final Field<Bytes> SIG = Field.of("sig", CborType.BYTES);

    private AttestationVerifier() {}

    /**
     * Formats that security keys do not make are named in the result and not verified, and so are those not known.
     *
     * @param clientDataHash 32 bytes, as sent to the key
     * @throws MalformedFault if the statement, a certificate or the credential's key does not have the form required
     */
    public static Attestation verify(AttestationObject attestation, Bytes clientDataHash) {
        return switch (attestation.fmt()) {
            case "none" -> none(attestation);
            case PackedAttestation.FMT -> PackedAttestation.verify(attestation, clientDataHash);
            case U2fAttestation.FMT -> U2fAttestation.verify(attestation, clientDataHash);
            case AttestationObject.COMPOUND -> CompoundAttestation.verify(attestation, clientDataHash);
            case "tpm" -> Attestation.foreign("tpm", "tpm, which the TPM of a computer makes");
            case "apple" -> Attestation.foreign("apple", "apple, which Apple's own devices make");
            case "android-key", "android-safetynet" ->
                Attestation.foreign(attestation.fmt(), attestation.fmt() + ", which a telephone makes");
            default -> Attestation.unverified(attestation.fmt(), attestation.fmt());
        };
    }

    private static Attestation none(AttestationObject attestation) {
        if (!attestation.attStmt().isEmpty()) {
            throw new MalformedFault(
                    CtapStatus.INVALID_PARAMETER, "an attestation of format none with a statement in it");
        }
        return Attestation.none(attestation.fmt());
    }

    static AttestedCredential credential(AttestationObject attestation) {
        return attestation
                .authData()
                .credential()
                .orElseThrow(() -> new MalformedFault(
                        CtapStatus.MISSING_PARAMETER, "an attestation whose authenticator data holds no credential"));
    }
}
