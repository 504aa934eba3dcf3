package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static dev.seckey.ctap2.soft.Requests.HASH;
import static dev.seckey.ctap2.soft.Requests.RP;
import static dev.seckey.ctap2.soft.Requests.get;
import static dev.seckey.ctap2.soft.Requests.make;
import static dev.seckey.ctap2.soft.Requests.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.command.Assertion;
import dev.seckey.ctap2.command.AuthenticatorConfig;
import dev.seckey.ctap2.command.CredentialOptions;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.command.NewCredential;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.extension.HmacSecret;
import dev.seckey.ctap2.extension.HmacSecretInput;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.pinuv.PinUvAuthProtocol;
import dev.seckey.ctap2.pinuv.Secret;
import dev.seckey.ctap2.transport.StatusWord;
import dev.seckey.ctap2.u2f.U2fAuthenticate;
import dev.seckey.ctap2.u2f.U2fControl;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CTAP 2.3 §12. */
class KeyExtensionTest {
    private static final CredentialOptions DISCOVERABLE = CredentialOptions.NONE.withRk(true);

    private KeyInHand key = KeyInHand.named("full");

    private static <T> CborMap of(Field<T> field, T value) {
        return CborMap.builder().put(field, value).build();
    }

    private MakeCredential verified(MakeCredential request) {
        PinClient client = new PinClient(key, 2);
        return request.with(client.proof(client.token(PIN, RP), HASH));
    }

    private GetAssertion verified(GetAssertion request) {
        PinClient client = new PinClient(key, 2);
        return request.with(client.proof(client.token(PIN, RP), HASH));
    }

    private void setPin() {
        key.send(new PinClient(key, 2).set(PIN));
    }

    private static Bytes id(NewCredential made) {
        return made.authData().credential().orElseThrow().credentialId();
    }

    private static CborMap outputs(NewCredential made) {
        return made.authData().extensions().orElse(CborMap.EMPTY);
    }

    private static CborMap outputs(Assertion assertion) {
        return assertion.authData().extensions().orElse(CborMap.EMPTY);
    }

    @ParameterizedTest(name = "level {0}, discoverable {1}")
    @CsvSource({"1, false", "2, false", "3, false", "1, true", "2, true", "3, true"})
    void credProtectSaysWhoSeesACredential(int level, boolean discoverable) {
        MakeCredential request = make().with(CredentialOptions.NONE.withRk(discoverable));
        NewCredential made = key.send(with(request, of(Extensions.CRED_PROTECT, level)));
        assertEquals(Optional.of(level), outputs(made).find(Extensions.CRED_PROTECT));
        CtapStatus named = level < 3 ? CtapStatus.OK : CtapStatus.NO_CREDENTIALS;
        CtapStatus found = discoverable && level < 2 ? CtapStatus.OK : CtapStatus.NO_CREDENTIALS;
        assertEquals(named, key.status(get(id(made))));
        assertEquals(found, key.status(get()));
        U2fAuthenticate u2f =
                new U2fAuthenticate(U2fControl.CHECK_ONLY, HASH, Bytes.utf8(RP).sha256(), id(made));
        StatusWord known = level < 3 ? StatusWord.CONDITIONS_NOT_SATISFIED : StatusWord.WRONG_DATA;
        Bytes word = key.u2f(u2f);
        assertEquals(known.number(), word.uint16(word.size() - 2));

        setPin();
        assertEquals(CtapStatus.OK, key.status(verified(get(id(made)))));
    }

    @Test
    void aProtectedCredentialIsExcludedOnlyForItsVerifiedUser() {
        Bytes id = id(key.send(with(make(), of(Extensions.CRED_PROTECT, 3))));
        MakeCredential excluding = make().excluding(List.of(CredentialDescriptor.of(id)));
        assertEquals(CtapStatus.OK, key.status(excluding));
        setPin();
        assertEquals(CtapStatus.CREDENTIAL_EXCLUDED, key.status(verified(excluding)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4})
    void thereAreThreeLevelsOfProtection(int level) {
        assertEquals(CtapStatus.INVALID_PARAMETER, key.status(with(make(), of(Extensions.CRED_PROTECT, level))));
    }

    @Test
    void aBlobOf32BytesIsKeptWithADiscoverableCredential() {
        Bytes blob = Bytes.of(new byte[32]);
        NewCredential made = key.send(with(make().with(DISCOVERABLE), of(Extensions.CRED_BLOB, blob)));
        assertTrue(outputs(made).require(Extensions.CRED_BLOB_FLAG));
        Assertion assertion = key.send(with(get(), of(Extensions.CRED_BLOB_FLAG, true)));
        assertEquals(blob, outputs(assertion).require(Extensions.CRED_BLOB));
    }

    @Test
    void aBlobThatCannotBeKeptIsSaidNotToBe() {
        CborMap tooLong = of(Extensions.CRED_BLOB, Bytes.of(new byte[33]));
        assertFalse(outputs(key.send(with(make().with(DISCOVERABLE), tooLong))).require(Extensions.CRED_BLOB_FLAG));
        NewCredential wrapped = key.send(with(make(), of(Extensions.CRED_BLOB, HASH)));
        assertFalse(outputs(wrapped).require(Extensions.CRED_BLOB_FLAG));
        Assertion assertion = key.send(with(get(id(wrapped)), of(Extensions.CRED_BLOB_FLAG, true)));
        assertEquals(Bytes.EMPTY, outputs(assertion).require(Extensions.CRED_BLOB));
    }

    @Test
    void aLargeBlobKeyStandsBesideTheAuthenticatorData() {
        MakeCredential request = with(make().with(DISCOVERABLE), of(Extensions.LARGE_BLOB_KEY, true));
        CborMap answer = Cbor.decodeMap(key.cbor(request.encode()).from(1));
        Bytes largeBlobKey = answer.require(MakeCredential.LARGE_BLOB_KEY);
        assertEquals(32, largeBlobKey.size());
        Assertion assertion = key.send(with(get(), of(Extensions.LARGE_BLOB_KEY, true)));
        assertEquals(Optional.of(largeBlobKey), assertion.largeBlobKey());
        assertEquals(Optional.empty(), key.send(get()).largeBlobKey());
        assertEquals(Optional.empty(), assertion.authData().extensions());
    }

    @Test
    void aLargeBlobKeyIsForDiscoverableCredentialsAndNeverFalse() {
        CborMap wanted = of(Extensions.LARGE_BLOB_KEY, true);
        CborMap unwanted = of(Extensions.LARGE_BLOB_KEY, false);
        assertEquals(CtapStatus.INVALID_OPTION, key.status(with(make(), wanted)));
        assertEquals(CtapStatus.INVALID_OPTION, key.status(with(make().with(DISCOVERABLE), unwanted)));
        key.send(with(make().with(DISCOVERABLE), wanted));
        assertEquals(CtapStatus.INVALID_OPTION, key.status(with(get(), unwanted)));
    }

    @Test
    void paymentsAreMarked() {
        CborMap wanted = of(Extensions.THIRD_PARTY_PAYMENT, true);
        Bytes marked = id(key.send(with(make(), wanted)));
        Bytes plain = id(key.send(make()));
        assertTrue(outputs(key.send(with(get(marked), wanted))).require(Extensions.THIRD_PARTY_PAYMENT));
        assertFalse(outputs(key.send(with(get(plain), wanted))).require(Extensions.THIRD_PARTY_PAYMENT));
    }

    @Test
    void onlyNamedRelyingPartiesLearnTheRulesForPins() {
        CborMap both = CborMap.builder()
                .put(Extensions.MIN_PIN_LENGTH, true)
                .put(Extensions.PIN_COMPLEXITY_POLICY, true)
                .build();
        assertEquals(CborMap.EMPTY, outputs(key.send(with(make(), both))));
        key.send(AuthenticatorConfig.of(
                AuthenticatorConfig.Sub.SET_MIN_PIN_LENGTH, of(AuthenticatorConfig.MIN_PIN_LENGTH_RPIDS, List.of(RP))));
        CborMap told = outputs(key.send(with(make(), both)));
        assertEquals(4, told.require(Extensions.MIN_PIN_LENGTH_OUTPUT));
        assertFalse(told.require(Extensions.PIN_COMPLEXITY_POLICY));
    }

    private HmacSecret hmac(int protocol) {
        return HmacSecret.agree(
                PinUvAuthProtocol.of(protocol).orElseThrow(),
                new PinClient(key, protocol).keyAgreement(),
                new SecureRandom());
    }

    private static Secret salts(int... first) {
        byte[] salts = new byte[32 * first.length];
        for (int i = 0; i < first.length; i++) {
            salts[32 * i] = (byte) first[i];
        }
        return Secret.taking(salts);
    }

    private Bytes secret(GetAssertion request, int protocol, boolean verified, int... salts) {
        HmacSecret hmac = hmac(protocol);
        GetAssertion withSalts = with(request, of(Extensions.HMAC_SECRET, hmac.input(salts(salts))));
        Assertion assertion = key.send(verified ? verified(withSalts) : withSalts);
        Bytes output = outputs(assertion).require(Extensions.HMAC_SECRET_OUTPUT);
        return Bytes.of(hmac.output(output).expose());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void hmacSecretIsTheSameForTheSameSalt(boolean discoverable) {
        MakeCredential request = make().with(CredentialOptions.NONE.withRk(discoverable));
        NewCredential made = key.send(with(request, of(Extensions.HMAC_SECRET_CREATE, true)));
        assertTrue(outputs(made).require(Extensions.HMAC_SECRET_CREATE));
        GetAssertion get = get(id(made));

        Bytes one = secret(get, 2, false, 1);
        assertEquals(32, one.size());
        assertEquals(one, secret(get, 1, false, 1));
        assertFalse(one.equals(secret(get, 2, false, 2)));
        assertEquals(one.plus(secret(get, 2, false, 2)), secret(get, 2, false, 1, 2));

        setPin();
        Bytes verified = secret(get, 2, true, 1);
        assertFalse(one.equals(verified), "another random with user verification");
        assertEquals(verified, secret(get, 1, true, 1));
        assertEquals(one, secret(get, 1, false, 1));
    }

    @Test
    void hmacSecretRefusesWhatItCannotAnswer() {
        Bytes id = id(key.send(with(make(), of(Extensions.HMAC_SECRET_CREATE, true))));
        HmacSecretInput good = hmac(2).input(salts(1));
        HmacSecretInput forged = new HmacSecretInput(good.keyAgreement(), good.saltEnc(), HASH, Optional.of(2));
        assertEquals(CtapStatus.PIN_AUTH_INVALID, hmacStatus(get(id), forged));
        HmacSecretInput unknown =
                new HmacSecretInput(good.keyAgreement(), good.saltEnc(), good.saltAuth(), Optional.of(3));
        assertEquals(CtapStatus.INVALID_PARAMETER, hmacStatus(get(id), unknown));
        assertEquals(CtapStatus.INVALID_PARAMETER, hmacStatus(get(id), hmac(2).input(salts(1, 2, 3))));
        GetAssertion noTouch = get(id).with(CredentialOptions.NONE.withUp(false));
        assertEquals(CtapStatus.UNSUPPORTED_OPTION, hmacStatus(noTouch, good));
    }

    private CtapStatus hmacStatus(GetAssertion request, HmacSecretInput input) {
        return key.status(with(request, of(Extensions.HMAC_SECRET, input)));
    }

    @Test
    void aCredentialWithoutHmacSecretGivesNone() {
        Bytes id = id(key.send(make()));
        Assertion assertion = key.send(with(get(id), of(Extensions.HMAC_SECRET, hmac(2).input(salts(1)))));
        assertEquals(Optional.empty(), assertion.authData().extensions());
    }

    @Test
    void hmacSecretMcGivesTheSecretAtOnce() {
        HmacSecret hmac = hmac(2);
        CborMap both = CborMap.builder()
                .put(Extensions.HMAC_SECRET_CREATE, true)
                .put(Extensions.HMAC_SECRET_MC, hmac.input(salts(1)))
                .build();
        NewCredential made = key.send(with(make(), both));
        Bytes output = outputs(made).require(Extensions.HMAC_SECRET_MC_OUTPUT);
        assertEquals(
                secret(get(id(made)), 2, false, 1), Bytes.of(hmac.output(output).expose()));
        assertEquals(
                CtapStatus.MISSING_PARAMETER,
                key.status(with(
                        make(),
                        both.toBuilder().remove(Extensions.HMAC_SECRET_CREATE).build())));
    }

    @Test
    void anUnknownExtensionIsPassedOver() {
        key = KeyInHand.named("fido20");
        NewCredential made = key.send(with(make(), of(Extensions.CRED_PROTECT, 3)));
        assertEquals(Optional.empty(), made.authData().extensions());
        assertEquals(CtapStatus.OK, key.status(get(id(made))));
    }
}
