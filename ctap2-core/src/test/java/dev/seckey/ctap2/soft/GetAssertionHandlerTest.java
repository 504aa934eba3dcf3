package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static dev.seckey.ctap2.soft.Requests.HASH;
import static dev.seckey.ctap2.soft.Requests.RP;
import static dev.seckey.ctap2.soft.Requests.get;
import static dev.seckey.ctap2.soft.Requests.make;
import static dev.seckey.ctap2.soft.Requests.makeDiscoverable;
import static dev.seckey.ctap2.soft.Requests.user;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.Assertion;
import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.command.Command;
import dev.seckey.ctap2.command.CredentialOptions;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.command.GetInfo;
import dev.seckey.ctap2.command.GetNextAssertion;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.command.Selection;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.UserEntity;
import dev.seckey.ctap2.u2f.U2fVersion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CTAP 2.3 §6.2.2 and §6.3. */
class GetAssertionHandlerTest {
    private static final PinUvAuth FORGED = new PinUvAuth(Bytes.of(new byte[32]), 2);
    private static final CredentialOptions NO_TOUCH = CredentialOptions.NONE.withUp(false);

    private KeyInHand key = KeyInHand.plain();

    @ParameterizedTest
    @EnumSource(names = {"ES256", "EDDSA"})
    void aCredentialOfTheAllowListSigns(Algorithm algorithm) {
        AttestedCredential credential = Requests.verified(key.send(make(algorithm)));

        Assertion assertion = key.send(get(credential.credentialId()));

        Requests.verify(assertion, credential);
        assertTrue(assertion.authData().userPresent());
        assertFalse(assertion.authData().userVerified());
        assertEquals(Optional.empty(), assertion.user());
        assertEquals(Optional.empty(), assertion.numberOfCredentials());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void withAPinTheUserIsVerified(int protocol) {
        key = KeyInHand.withPin();
        PinClient client = new PinClient(key, protocol);
        AttestedCredential credential =
                Requests.verified(key.send(make().with(client.proof(client.token(PIN, RP), HASH))));

        Assertion assertion = key.send(get(credential.credentialId()).with(client.proof(client.token(PIN, RP), HASH)));

        Requests.verify(assertion, credential);
        assertTrue(assertion.authData().userVerified());
    }

    @Test
    void theCounterGrowsWithEverySignature() {
        AttestedCredential credential = Requests.verified(key.send(make()));
        long last = 0;
        for (int i = 0; i < 3; i++) {
            Assertion assertion = key.send(get(credential.credentialId()));
            assertTrue(assertion.authData().signCount() > last);
            last = assertion.authData().signCount();
        }
    }

    @Test
    void withoutATouchItSignsThatNobodyWasThere() {
        AttestedCredential credential = Requests.verified(key.send(make()));
        key.user = UserPresence.NEVER;

        Assertion assertion = key.send(get(credential.credentialId()).with(NO_TOUCH));

        Requests.verify(assertion, credential);
        assertFalse(assertion.authData().userPresent());
        assertEquals(List.of(), key.keepalives);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("refusals")
    void refuses(String what, Profile profile, GetAssertion request, CtapStatus expected) {
        key = new KeyInHand(profile);
        assertEquals(expected, key.status(request));
        assertEquals(List.of(), key.keepalives);
    }

    static Stream<Arguments> refusals() {
        Profile plain = KeyInHand.profile();
        Profile alwaysUv = plain.with(Feature.ALWAYS_UV_ON);
        return Stream.of(
                refusal("step 2, no protocol", plain, get().with(proof(0)), CtapStatus.MISSING_PARAMETER),
                refusal("step 2, unknown protocol", plain, get().with(proof(3)), CtapStatus.INVALID_PARAMETER),
                refusal(
                        "step 4, uv",
                        plain,
                        get().with(CredentialOptions.NONE.withUv(true)),
                        CtapStatus.INVALID_OPTION),
                refusal(
                        "step 4, rk",
                        plain,
                        get().with(CredentialOptions.NONE.withRk(false)),
                        CtapStatus.UNSUPPORTED_OPTION),
                refusal("step 5, always-UV without a PIN", alwaysUv, get(), CtapStatus.PUAT_REQUIRED),
                refusal("step 5, always-UV with a PIN", alwaysUv.withPin(PIN), get(), CtapStatus.PUAT_REQUIRED),
                refusal("step 5 spares up=false", alwaysUv, get().with(NO_TOUCH), CtapStatus.NO_CREDENTIALS),
                refusal("step 6, forged", plain.withPin(PIN), get().with(FORGED), CtapStatus.PIN_AUTH_INVALID),
                refusal("step 7, none is here", plain, get(), CtapStatus.NO_CREDENTIALS),
                refusal("step 7, a strange one", plain, get(Bytes.of(new byte[61])), CtapStatus.NO_CREDENTIALS),
                refusal("step 7, with a PIN set", plain.withPin(PIN), get(), CtapStatus.NO_CREDENTIALS));
    }

    private static Arguments refusal(String what, Profile profile, GetAssertion request, CtapStatus expected) {
        return Arguments.of(what, profile, request, expected);
    }

    private static PinUvAuth proof(int protocol) {
        return new PinUvAuth(FORGED.param(), protocol);
    }

    @Test
    void aCredentialIsOfOneRelyingPartyAndOneType() {
        Bytes id = Requests.verified(key.send(make())).credentialId();
        Bytes discoverable =
                Requests.verified(key.send(makeDiscoverable(user("Ada")))).credentialId();
        for (Bytes each : List.of(id, discoverable)) {
            List<CredentialDescriptor> list = List.of(CredentialDescriptor.of(each));
            assertEquals(CtapStatus.NO_CREDENTIALS, key.status(GetAssertion.of("example.com", HASH, list)));
            List<CredentialDescriptor> password = List.of(new CredentialDescriptor("password", each, List.of()));
            assertEquals(CtapStatus.NO_CREDENTIALS, key.status(GetAssertion.of(RP, HASH, password)));
        }
    }

    @Test
    void anEmptyParameterOnlyAsksForATouch() {
        PinUvAuth empty = new PinUvAuth(Bytes.EMPTY, 1);
        key.user = UserPresence.after(500);
        assertEquals(CtapStatus.PIN_NOT_SET, key.status(get().with(empty)));
        assertEquals(5, key.keepalives.size());

        key = KeyInHand.withPin();
        assertEquals(CtapStatus.PIN_INVALID, key.status(get().with(empty)));
    }

    @Test
    void discoverableCredentialsAreGivenOneByOneTheNewestFirst() {
        AttestedCredential ada = Requests.verified(key.send(makeDiscoverable(user("Ada"))));
        AttestedCredential bob = Requests.verified(key.send(makeDiscoverable(user("Bob"))));
        AttestedCredential eve = Requests.verified(key.send(makeDiscoverable(user("Eve"))));

        Assertion first = key.send(get());
        assertEquals(Optional.of(3), first.numberOfCredentials());
        Requests.verify(first, eve);
        Assertion second = key.send(new GetNextAssertion());
        assertEquals(Optional.empty(), second.numberOfCredentials());
        Requests.verify(second, bob);
        Assertion third = key.send(new GetNextAssertion());
        Requests.verify(third, ada);

        assertTrue(third.authData().userPresent(), "the flags of the first hold for all");
        assertTrue(third.authData().signCount() > second.authData().signCount());
        assertEquals(CtapStatus.NOT_ALLOWED, key.status(new GetNextAssertion()));
    }

    @Test
    void anAllowListGivesOneHoweverManyItNames() {
        Bytes ada = Requests.verified(key.send(makeDiscoverable(user("Ada")))).credentialId();
        Bytes bob = Requests.verified(key.send(makeDiscoverable(user("Bob")))).credentialId();
        assertEquals(Optional.empty(), key.send(get(ada, bob)).numberOfCredentials());
        assertEquals(CtapStatus.NOT_ALLOWED, key.status(new GetNextAssertion()));
    }

    /** CTAP 2.0 §5.2: before FIDO_2_1 a list gave all of them, the newest first. */
    @Test
    void anOlderKeyGivesEachCredentialOfAnAllowList() {
        key = KeyInHand.named("fido20");
        AttestedCredential older = Requests.verified(key.send(make()));
        AttestedCredential newer = Requests.verified(key.send(make()));
        Assertion first = key.send(get(older.credentialId(), newer.credentialId()));
        assertEquals(Optional.of(2), first.numberOfCredentials());
        Requests.verify(first, newer);
        Requests.verify(key.send(new GetNextAssertion()), older);
    }

    @Test
    void theRestEndsWithTheTokenThatProvedTheFirst() {
        two();
        PinClient client = new PinClient(key, 2);
        key.send(client.set(PIN));
        PinUvAuth proof = client.proof(client.token(PIN, RP), HASH);
        key.send(get().with(proof).with(NO_TOUCH));
        assertEquals(CtapStatus.OK, key.status(new GetNextAssertion()));

        proof = client.proof(client.token(PIN, RP), HASH);
        key.time.advance(29_000);
        key.send(get().with(proof).with(NO_TOUCH));
        key.time.advance(600_000);
        assertEquals(CtapStatus.NOT_ALLOWED, key.status(new GetNextAssertion()));
    }

    @Test
    void namesLeaveTheKeyOnlyForAVerifiedUser() {
        key = KeyInHand.withPin();
        PinClient client = new PinClient(key, 2);
        UserEntity ada = new UserEntity(Bytes.utf8("1"), Optional.of("ada"), Optional.of("Ada L"));
        key.send(makeDiscoverable(ada).with(client.proof(client.token(PIN, RP), HASH)));

        UserEntity onlyId = new UserEntity(ada.id(), Optional.empty(), Optional.empty());
        assertEquals(Optional.of(onlyId), key.send(get()).user());
        PinUvAuth proof = client.proof(client.token(PIN, RP), HASH);
        assertEquals(Optional.of(ada), key.send(get().with(proof)).user());
    }

    @Test
    void withoutAFirstThereIsNoNext() {
        assertEquals(CtapStatus.NOT_ALLOWED, key.status(new GetNextAssertion()));
    }

    @ParameterizedTest
    @MethodSource("otherCommands")
    void anyOtherCommandDropsTheRest(Command<?> other) {
        two();
        key.status(other);
        assertEquals(CtapStatus.NOT_ALLOWED, key.status(new GetNextAssertion()));
    }

    static Stream<Command<?>> otherCommands() {
        return Stream.of(new GetInfo(), new Selection(), ClientPin.getPinRetries(), make(), get(HASH));
    }

    @Test
    void u2fAndPowerUpDropTheRestToo() {
        two();
        key.u2f(new U2fVersion());
        assertEquals(CtapStatus.NOT_ALLOWED, key.status(new GetNextAssertion()));

        two();
        key.key.powerCycle();
        assertEquals(CtapStatus.NOT_ALLOWED, key.status(new GetNextAssertion()));
    }

    @Test
    void theRestIsKeptForThirtySeconds() {
        two();
        key.time.advance(30_000);
        assertEquals(CtapStatus.OK, key.status(new GetNextAssertion()));

        two();
        key.time.advance(30_001);
        assertEquals(CtapStatus.NOT_ALLOWED, key.status(new GetNextAssertion()));
    }

    private void two() {
        key.send(makeDiscoverable(user("Ada")));
        key.send(makeDiscoverable(user("Bob")));
        assertEquals(Optional.of(2), key.send(get()).numberOfCredentials());
    }
}
