package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.MakeCredential;

/**
 * A makeCredential whose credential is made, as extensions see it.
 *
 * @param outputs for the authenticator data
 */
record Making(
        KeyState state, MakeCredential request, Credential credential, boolean userVerified, CborMap.Builder outputs) {
    CborMap inputs() {
        return request.extensions();
    }
}
