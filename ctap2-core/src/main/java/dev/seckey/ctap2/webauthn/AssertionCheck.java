package dev.seckey.ctap2.webauthn;

/**
 * What was found in an assertion.
 *
 * @param rpIdMatches whether it was made for the relying party that was expected
 * @param userPresent whether somebody touched the key; says nothing unless the signature is valid
 * @param userVerified whether the key asked for PIN or fingerprint; likewise
 */
public record AssertionCheck(SignatureCheck signature, boolean rpIdMatches, boolean userPresent, boolean userVerified) {
    /** Whether the credential signed this, for this relying party. */
    public boolean holds() {
        return signature.isValid() && rpIdMatches;
    }
}
