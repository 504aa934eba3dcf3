package dev.seckey.ctap2.webauthn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.AttestationObject;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.model.CoseKey;
import org.junit.jupiter.api.Test;

class AssertionVerifierTest {
    private static final CoseKey KEY = key(W3cCeremonies.PACKED);
    private static final AuthenticatorData AUTH_DATA = AuthenticatorData.parse(W3cCeremonies.ASSERTION_AUTH_DATA);
    private static final Bytes HASH = W3cCeremonies.ASSERTION_CLIENT_DATA.sha256();
    private static final Bytes SIGNATURE = W3cCeremonies.ASSERTION_SIGNATURE;

    @Test
    void anAssertionByTheCredentialHolds() {
        AssertionCheck check = AssertionVerifier.verify(AUTH_DATA, HASH, SIGNATURE, KEY, "example.org");
        assertTrue(check.holds());
        assertTrue(check.userPresent());
        assertTrue(check.userVerified());
    }

    @Test
    void anAssertionForAnotherRelyingPartyDoesNotHold() {
        AssertionCheck check = AssertionVerifier.verify(AUTH_DATA, HASH, SIGNATURE, KEY, "example.com");
        assertTrue(check.signature().isValid());
        assertFalse(check.rpIdMatches());
        assertFalse(check.holds());
    }

    @Test
    void anAssertionByAnotherCredentialDoesNotHold() {
        CoseKey other = key(W3cCeremonies.PACKED_SELF);
        assertFalse(AssertionVerifier.verify(AUTH_DATA, HASH, SIGNATURE, other, "example.org")
                .holds());
    }

    @Test
    void aSignatureOverOtherFlagsDoesNotHold() {
        AuthenticatorData unverified = AuthenticatorData.of(
                AUTH_DATA.rpIdHash(),
                AuthenticatorData.UP,
                AUTH_DATA.signCount(),
                AUTH_DATA.credential(),
                AUTH_DATA.extensions());
        AssertionCheck check = AssertionVerifier.verify(unverified, HASH, SIGNATURE, KEY, "example.org");
        assertEquals(SignatureCheck.invalid("the signature does not match"), check.signature());
        assertFalse(check.userVerified());
    }

    private static CoseKey key(Bytes attestation) {
        return AttestationObject.parse(attestation)
                .authData()
                .credential()
                .orElseThrow()
                .publicKey();
    }
}
