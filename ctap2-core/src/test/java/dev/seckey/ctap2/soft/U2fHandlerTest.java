package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static dev.seckey.ctap2.soft.Requests.HASH;
import static dev.seckey.ctap2.soft.Requests.RP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.Assertion;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.transport.ResponseApdu;
import dev.seckey.ctap2.transport.StatusWord;
import dev.seckey.ctap2.u2f.U2fAssertion;
import dev.seckey.ctap2.u2f.U2fAuthenticate;
import dev.seckey.ctap2.u2f.U2fControl;
import dev.seckey.ctap2.u2f.U2fRegister;
import dev.seckey.ctap2.u2f.U2fRegistration;
import dev.seckey.ctap2.u2f.U2fRequest;
import dev.seckey.ctap2.u2f.U2fVersion;
import dev.seckey.ctap2.webauthn.AssertionVerifier;
import dev.seckey.ctap2.webauthn.Attestation;
import dev.seckey.ctap2.webauthn.Certificates;
import dev.seckey.ctap2.webauthn.U2fAttestation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** U2F, and what it shares with CTAP2 (CTAP 2.3 §7). */
class U2fHandlerTest {
    private static final Bytes APPLICATION = Bytes.utf8(RP).sha256();

    private KeyInHand key = KeyInHand.plain();

    private StatusWord word(U2fRequest<?> request) {
        return word(key.u2f(request));
    }

    private static StatusWord word(Bytes answer) {
        return ResponseApdu.parse(answer).word();
    }

    private <R> R send(U2fRequest<R> request) {
        ResponseApdu answer = ResponseApdu.parse(key.u2f(request));
        assertTrue(answer.is(StatusWord.OK));
        return request.decode(answer.data());
    }

    private U2fRegistration register() {
        return send(new U2fRegister(HASH, APPLICATION));
    }

    private static U2fAuthenticate authenticate(U2fControl control, Bytes keyHandle) {
        return new U2fAuthenticate(control, HASH, APPLICATION, keyHandle);
    }

    /** What U2F signs has the form of authenticator data and client data hash (CTAP 2.3 §7.3). */
    private static void verify(U2fAssertion assertion, CoseKey publicKey) {
        AuthenticatorData signed = AuthenticatorData.of(
                APPLICATION, assertion.flags(), assertion.counter(), Optional.empty(), Optional.empty());
        assertTrue(AssertionVerifier.verify(signed, HASH, assertion.signature(), publicKey, RP)
                .holds());
    }

    private static CoseKey cose(Bytes point) {
        return CoseKey.p256(Algorithm.ES256.number(), point.slice(1, 33), point.from(33));
    }

    @Test
    void itSpeaksVersionTwo() {
        assertEquals(Bytes.utf8("U2F_V2").plus(Bytes.fromHex("9000")), key.u2f(new U2fVersion()));
    }

    @Test
    void theModelVouchesForARegistration() {
        U2fRegistration made = register();
        Attestation attestation = U2fAttestation.verify(
                APPLICATION,
                HASH,
                made.keyHandle(),
                made.publicKey(),
                Certificates.parse(made.certificate()),
                made.signature());
        assertTrue(attestation.signature().isValid());
        assertEquals(Optional.of(KeyInHand.aaguid()), attestation.certifiedAaguid());
    }

    @Test
    void aRegisteredKeySignsAndTheCounterGrows() {
        U2fRegistration made = register();
        U2fAuthenticate request = authenticate(U2fControl.ENFORCE_USER_PRESENCE, made.keyHandle());
        U2fAssertion first = send(request);
        U2fAssertion second = send(request);
        verify(first, cose(made.publicKey()));
        assertTrue(first.userPresent());
        assertTrue(second.counter() > first.counter());
    }

    @Test
    void itAsksAgainUntilTouched() {
        key.user = UserPresence.after(500);
        assertEquals(StatusWord.CONDITIONS_NOT_SATISFIED, word(new U2fRegister(HASH, APPLICATION)));
        key.time.advance(499);
        assertEquals(StatusWord.CONDITIONS_NOT_SATISFIED, word(new U2fRegister(HASH, APPLICATION)));
        key.time.advance(1);
        assertEquals(StatusWord.OK, word(new U2fRegister(HASH, APPLICATION)));
        assertEquals(StatusWord.CONDITIONS_NOT_SATISFIED, word(new U2fRegister(HASH, APPLICATION)));
    }

    @Test
    void aCheckNeedsNoTouchAndSignsNothing() {
        Bytes handle = register().keyHandle();
        key.user = UserPresence.NEVER;
        assertEquals(StatusWord.CONDITIONS_NOT_SATISFIED, word(authenticate(U2fControl.CHECK_ONLY, handle)));
        assertEquals(StatusWord.WRONG_DATA, word(authenticate(U2fControl.CHECK_ONLY, Bytes.of(new byte[61]))));
    }

    @Test
    void withoutATouchItSignsThatNobodyWasThere() {
        U2fRegistration made = register();
        key.user = UserPresence.NEVER;
        U2fAuthenticate request = authenticate(U2fControl.DONT_ENFORCE_USER_PRESENCE, made.keyHandle());
        U2fAssertion assertion = send(request);
        verify(assertion, cose(made.publicKey()));
        assertFalse(assertion.userPresent());
        assertEquals(
                StatusWord.CONDITIONS_NOT_SATISFIED,
                word(authenticate(U2fControl.ENFORCE_USER_PRESENCE, made.keyHandle())));
    }

    @ParameterizedTest
    @EnumSource
    void aKeyHandleOfAnotherApplicationIsStrange(U2fControl control) {
        Bytes handle = register().keyHandle();
        assertEquals(StatusWord.WRONG_DATA, word(new U2fAuthenticate(control, HASH, HASH, handle)));
    }

    @Test
    void ctap2UsesWhatU2fRegistered() {
        U2fRegistration made = register();
        Assertion assertion = key.send(Requests.get(made.keyHandle()));
        assertTrue(
                AssertionVerifier.verify(assertion.authData(), HASH, assertion.signature(), cose(made.publicKey()), RP)
                        .holds());
    }

    @Test
    void u2fUsesWhatCtap2MadeDiscoverableOrNot() {
        for (AttestedCredential made : new AttestedCredential[] {
            Requests.verified(key.send(Requests.make())),
            Requests.verified(key.send(Requests.makeDiscoverable(Requests.USER)))
        }) {
            U2fAuthenticate request = authenticate(U2fControl.ENFORCE_USER_PRESENCE, made.credentialId());
            verify(send(request), made.publicKey());
        }
    }

    @Test
    void u2fCannotUseACredentialOfAnotherAlgorithm() {
        Bytes id = Requests.verified(key.send(Requests.make(Algorithm.EDDSA))).credentialId();
        assertEquals(StatusWord.WRONG_DATA, word(authenticate(U2fControl.ENFORCE_USER_PRESENCE, id)));
    }

    @Test
    void makeCredentialExcludesWhatU2fRegistered() {
        Bytes handle = register().keyHandle();
        var request = Requests.make().excluding(List.of(CredentialDescriptor.of(handle)));
        assertEquals(CtapStatus.CREDENTIAL_EXCLUDED, key.status(request));
    }

    @Test
    void aPinDoesNotConcernU2f() {
        key = KeyInHand.withPin();
        assertEquals(StatusWord.OK, word(new U2fRegister(HASH, APPLICATION)));
        assertEquals(CtapStatus.OK, key.status(new PinClient(key, 2).legacy(PIN)));
    }

    @Test
    void underAlwaysUvThereIsNoU2f() {
        key = new KeyInHand(KeyInHand.profile().with(Feature.ALWAYS_UV_ON));
        assertEquals(StatusWord.INS_NOT_SUPPORTED, word(new U2fVersion()));
        assertEquals(StatusWord.INS_NOT_SUPPORTED, word(new U2fRegister(HASH, APPLICATION)));
    }

    @ParameterizedTest
    @CsvSource({
        "80030000000000,     CLA_NOT_SUPPORTED",
        "00400000000000,     INS_NOT_SUPPORTED",
        "00010000000000,     WRONG_LENGTH",
        "0001000000000100,   WRONG_LENGTH",
        "0002030000000100,   WRONG_LENGTH",
        "00,                 WRONG_LENGTH"
    })
    void whatCannotBeReadGetsAStatusWord(String apdu, StatusWord expected) {
        assertEquals(expected, word(key.key.u2f(Bytes.fromHex(apdu))));
    }
}
