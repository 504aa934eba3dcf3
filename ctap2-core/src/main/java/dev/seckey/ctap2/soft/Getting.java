package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.cbor.CborMap;

/**
 * A getAssertion that has found a credential, as extensions see it.
 *
 * @param inputs the request's, for the first assertion and those that follow
 * @param outputs for the authenticator data
 */
record Getting(KeyState state, CborMap inputs, Credential credential, boolean userVerified, CborMap.Builder outputs) {}
