package dev.seckey.ctap2.webauthn;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.model.CoseKey;

/** Verifies assertions (WebAuthn Level 3 §7.2). */
public final class AssertionVerifier {
    private AssertionVerifier() {}

    /**
     * @param clientDataHash 32 bytes, as sent to the key
     * @param key as the key gave it out when the credential was made
     * @throws MalformedFault if the public key does not have the form required
     */
    public static AssertionCheck verify(
            AuthenticatorData authData, Bytes clientDataHash, Bytes signature, CoseKey key, String rpId) {
        return new AssertionCheck(
                SignatureAlgorithm.check(key, authData.bytes().plus(clientDataHash), signature),
                authData.rpIdHash().equals(Bytes.utf8(rpId).sha256()),
                authData.userPresent(),
                authData.userVerified());
    }
}
