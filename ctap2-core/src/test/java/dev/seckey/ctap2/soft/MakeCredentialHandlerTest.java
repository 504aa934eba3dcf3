package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static dev.seckey.ctap2.soft.Requests.HASH;
import static dev.seckey.ctap2.soft.Requests.RP;
import static dev.seckey.ctap2.soft.Requests.make;
import static dev.seckey.ctap2.soft.Requests.makeDiscoverable;
import static dev.seckey.ctap2.soft.Requests.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.CredentialOptions;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.command.NewCredential;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.CredentialParameters;
import dev.seckey.ctap2.model.RelyingParty;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CTAP 2.3 §6.1.2. */
class MakeCredentialHandlerTest {
    private static final PinUvAuth FORGED = new PinUvAuth(Bytes.of(new byte[32]), 2);
    private static final CredentialParameters ES384 = new CredentialParameters("public-key", -35);

    private KeyInHand key = KeyInHand.plain();

    @ParameterizedTest
    @EnumSource(names = {"ES256", "EDDSA"})
    void theModelVouchesForANewCredential(Algorithm algorithm) {
        NewCredential made = key.send(make(algorithm));

        AttestedCredential credential = Requests.verified(made);
        assertEquals(KeyInHand.aaguid(), credential.aaguid());
        assertEquals(algorithm.number(), credential.publicKey().alg());
        assertTrue(made.authData().userPresent());
        assertFalse(made.authData().userVerified());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void withAPinTheUserIsVerified(int protocol) {
        key = KeyInHand.withPin();
        NewCredential made = key.send(withPin(make(), protocol));
        Requests.verified(made);
        assertTrue(made.authData().userVerified());
    }

    private MakeCredential withPin(MakeCredential request, int protocol) {
        PinClient client = new PinClient(key, protocol);
        return request.with(client.proof(client.token(PIN, RP), HASH));
    }

    @Test
    void everyCredentialIsAnotherAndTheCounterGrows() {
        NewCredential first = key.send(make());
        NewCredential second = key.send(make());
        assertFalse(Requests.verified(first)
                .credentialId()
                .equals(Requests.verified(second).credentialId()));
        assertTrue(second.authData().signCount() > first.authData().signCount());
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("refusals")
    void refuses(String what, Profile profile, MakeCredential request, CtapStatus expected) {
        key = new KeyInHand(profile);
        assertEquals(expected, key.status(request));
        assertEquals(List.of(), key.keepalives);
    }

    static Stream<Arguments> refusals() {
        Profile plain = KeyInHand.profile();
        Profile pinSet = plain.withPin(PIN);
        Profile alwaysUv = plain.with(Feature.ALWAYS_UV_ON);
        return Stream.of(
                refusal("step 2, no protocol", pinSet, make().with(proof(0)), CtapStatus.MISSING_PARAMETER),
                refusal("step 2, unknown protocol", pinSet, make().with(proof(3)), CtapStatus.INVALID_PARAMETER),
                refusal("step 3, no algorithm", plain, offering(), CtapStatus.UNSUPPORTED_ALGORITHM),
                refusal("step 3, unknown algorithms", plain, offering(ES384), CtapStatus.UNSUPPORTED_ALGORITHM),
                refusal(
                        "step 3, another type",
                        plain,
                        offering(new CredentialParameters("password", -7)),
                        CtapStatus.UNSUPPORTED_ALGORITHM),
                refusal(
                        "step 5, uv",
                        plain,
                        make().with(CredentialOptions.NONE.withUv(true)),
                        CtapStatus.INVALID_OPTION),
                refusal(
                        "step 5, no touch",
                        plain,
                        make().with(CredentialOptions.NONE.withUp(false)),
                        CtapStatus.INVALID_OPTION),
                refusal("step 6, always-UV without a PIN", alwaysUv, make(), CtapStatus.PUAT_REQUIRED),
                refusal("step 6, always-UV with a PIN", alwaysUv.withPin(PIN), make(), CtapStatus.PUAT_REQUIRED),
                refusal("step 8, a PIN is set", pinSet, make(), CtapStatus.PUAT_REQUIRED),
                refusal(
                        "step 9, enterprise attestation",
                        plain,
                        MakeCredentials.enterprise(1),
                        CtapStatus.INVALID_PARAMETER),
                refusal("step 8 before 9", pinSet, MakeCredentials.enterprise(1), CtapStatus.PUAT_REQUIRED),
                refusal("step 11, forged", pinSet, make().with(FORGED), CtapStatus.PIN_AUTH_INVALID));
    }

    private static Arguments refusal(String what, Profile profile, MakeCredential request, CtapStatus expected) {
        return Arguments.of(what, profile, request, expected);
    }

    private static PinUvAuth proof(int protocol) {
        return new PinUvAuth(FORGED.param(), protocol);
    }

    private static MakeCredential offering(CredentialParameters... parameters) {
        return MakeCredential.of(HASH, RelyingParty.of(RP, "Example"), Requests.USER, List.of(parameters));
    }

    @Test
    void theFirstAlgorithmThatTheKeyHasIsTaken() {
        MakeCredential request =
                offering(ES384, CredentialParameters.of(Algorithm.EDDSA), CredentialParameters.of(Algorithm.ES256));
        AttestedCredential credential = Requests.verified(key.send(request));
        assertEquals(Algorithm.EDDSA.number(), credential.publicKey().alg());
    }

    @Test
    void anEmptyParameterOnlyAsksForATouch() {
        PinUvAuth empty = new PinUvAuth(Bytes.EMPTY, 1);
        key.user = UserPresence.after(500);
        assertEquals(CtapStatus.PIN_NOT_SET, key.status(make().with(empty)));
        assertEquals(5, key.keepalives.size());

        key = KeyInHand.withPin();
        assertEquals(CtapStatus.PIN_INVALID, key.status(make().with(empty)));
    }

    @Test
    void anExcludedCredentialIsToldOfAfterATouch() {
        Bytes id = Requests.verified(key.send(make())).credentialId();
        key.user = UserPresence.after(500);
        assertEquals(CtapStatus.CREDENTIAL_EXCLUDED, key.status(excluding(CredentialDescriptor.of(id))));
        assertEquals(5, key.keepalives.size());
    }

    @Test
    void anExcludedCredentialIsToldOfWithoutATouchWhenTheTimeIsOver() {
        Bytes id = Requests.verified(key.send(makeDiscoverable(user("Ada")))).credentialId();
        key.user = UserPresence.NEVER;
        assertEquals(CtapStatus.CREDENTIAL_EXCLUDED, key.status(excluding(CredentialDescriptor.of(id))));
        assertEquals(300, key.keepalives.size());
    }

    @Test
    void aCancelGoesBeforeTheExcludeList() {
        Bytes id = Requests.verified(key.send(make())).credentialId();
        key.user = UserPresence.NEVER;
        key.patience = 2;
        assertEquals(CtapStatus.KEEPALIVE_CANCEL, key.status(excluding(CredentialDescriptor.of(id))));
    }

    @Test
    void onlyItsOwnCredentialsForThisRelyingPartyAreExcluded() {
        Bytes own = Requests.verified(key.send(make())).credentialId();
        Bytes strange = Requests.verified(KeyInHand.plain().send(make())).credentialId();
        MakeCredential elsewhere = MakeCredential.of(
                        HASH,
                        RelyingParty.of("example.com", "Another"),
                        Requests.USER,
                        List.of(CredentialParameters.of(Algorithm.ES256)))
                .excluding(List.of(CredentialDescriptor.of(own)));
        assertEquals(CtapStatus.OK, key.status(excluding(CredentialDescriptor.of(strange))));
        assertEquals(CtapStatus.OK, key.status(excluding(new CredentialDescriptor("password", own, List.of()))));
        assertEquals(CtapStatus.OK, key.status(elsewhere));
    }

    private static MakeCredential excluding(CredentialDescriptor excluded) {
        return make().excluding(List.of(excluded));
    }

    @Test
    void aDiscoverableCredentialTakesRoomAndAnotherDoesNot() {
        int before = remaining();
        key.send(make());
        assertEquals(before, remaining());
        key.send(makeDiscoverable(user("Ada")));
        assertEquals(before - 1, remaining());
    }

    @Test
    void aDiscoverableCredentialReplacesTheOneOfTheSameAccount() {
        AttestedCredential old = Requests.verified(key.send(makeDiscoverable(user("Ada"))));
        int before = remaining();
        AttestedCredential replacement = Requests.verified(key.send(makeDiscoverable(user("Ada"))));

        assertEquals(before, remaining());
        assertEquals(CtapStatus.NO_CREDENTIALS, key.status(Requests.get(old.credentialId())));
        Requests.verify(key.send(Requests.get()), replacement);
    }

    @Test
    void aFullKeySaysSo() {
        for (int i = 0; i < CredentialStore.CAPACITY; i++) {
            key.send(makeDiscoverable(user("number " + i)));
        }
        assertEquals(0, remaining());
        assertEquals(CtapStatus.KEY_STORE_FULL, key.status(makeDiscoverable(user("one too many"))));
        assertEquals(CtapStatus.OK, key.status(makeDiscoverable(user("number 7"))));
        assertEquals(CtapStatus.OK, key.status(make()));
    }

    private int remaining() {
        return key.info().members().require(AuthenticatorInfo.REMAINING_DISCOVERABLE_CREDENTIALS);
    }
}
