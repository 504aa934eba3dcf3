package dev.seckey.ctap2.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.server.SoftHidPipe;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.TokenSource;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.SoftAuthenticator;
import dev.seckey.ctap2.soft.UserPresence;
import dev.seckey.ctap2.transport.CtapDevice;
import dev.seckey.ctap2.transport.CtapHid;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.ctap2.transport.Trace;
import dev.seckey.ctap2.u2f.U2f;
import dev.seckey.ctap2.u2f.U2fRegister;
import dev.seckey.ctap2.u2f.U2fRegistration;
import dev.seckey.ctap2.webauthn.AssertionVerifier;
import dev.seckey.ctap2.webauthn.ClientData;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that were registered by U2F, under an address, go on signing for a relying party that now speaks WebAuthn. */
class AppIdTest {
    private static final String ORIGIN = "https://login.example.org";
    private static final String APP_ID = "https://www.example.org/u2f/facets.json";
    private static final Bytes ANY_HASH = Bytes.of(new byte[32]);

    /** Of a key without PIN none is ever wanted. */
    private static final TokenSource NO_TOKENS = (permissions, rpId) -> {
        throw new IllegalStateException("a token is asked for");
    };

    private int touches;

    private CtapDevice open(String profile) {
        SoftAuthenticator key = new SoftAuthenticator(
                SimulatedProfiles.named(profile).orElseThrow(),
                Environment.ofThisMachine().with(waitedMillis -> {
                    touches++;
                    return UserPresence.Answer.TOUCHED;
                }));
        return CtapHid.open(new SoftHidPipe(key, Ticker.SYSTEM), Trace.NONE, new SecureRandom(), exchange());
    }

    private static Exchange exchange() {
        return Exchange.within(Duration.ofSeconds(20));
    }

    private static U2fRegistration registeredByU2f(CtapDevice device) {
        return new U2f(device, Sleeper.SYSTEM)
                .register(new U2fRegister(ANY_HASH, Bytes.utf8(APP_ID).sha256()), exchange());
    }

    private static String descriptors(Bytes... ids) {
        StringBuilder all = new StringBuilder();
        for (Bytes id : ids) {
            all.append(all.length() == 0 ? "" : ", ")
                    .append("{\"type\": \"public-key\", \"id\": \"")
                    .append(id.base64url())
                    .append("\"}");
        }
        return "[" + all + "]";
    }

    private static RequestOptions request(Bytes... allowed) {
        return RequestOptions.parse(Bytes.utf8("""
                {"challenge": "AAEC", "rpId": "example.org", "userVerification": "discouraged",
                 "allowCredentials": %s, "extensions": {"appid": "%s"}}
                """.formatted(descriptors(allowed), APP_ID)), ORIGIN);
    }

    private static CreationOptions creation(Bytes... excluded) {
        return CreationOptions.parse(Bytes.utf8("""
                {"challenge": "AAEC", "rp": {"id": "example.org", "name": "Example"},
                 "user": {"id": "AQID", "name": "alice"}, "pubKeyCredParams": [],
                 "authenticatorSelection": {"userVerification": "discouraged"},
                 "excludeCredentials": %s, "extensions": {"appidExclude": "%s"}}
                """.formatted(descriptors(excluded), APP_ID)), ORIGIN);
    }

    private static void assertSignedUnderAppId(U2fRegistration made, Authentication signed) {
        Bytes point = made.publicKey();
        assertEquals(APP_ID, signed.options().rpId());
        assertEquals(made.keyHandle(), signed.credentialId());
        assertTrue(AssertionVerifier.verify(
                        signed.assertion().authData(),
                        signed.clientData().hash(),
                        signed.assertion().signature(),
                        CoseKey.p256(-7, point.slice(1, 33), point.from(33)),
                        APP_ID)
                .holds());
    }

    @Test
    void aCtap2KeySignsUnderTheAppIdWithOneTouch() {
        try (Ctap2 session = new Ctap2(open("level2"), AppIdTest::exchange)) {
            U2fRegistration made = registeredByU2f(session.device());
            RequestOptions options =
                    request(Bytes.utf8("another key's credential id, as long as one"), made.keyHandle());
            touches = 0;

            Authentication signed = new AuthenticationCeremony(session, NO_TOKENS, new SecureRandom())
                    .run(options, ClientData.get(options.challenge(), ORIGIN))
                    .get(0);

            assertSignedUnderAppId(made, signed);
            assertEquals(1, touches);
        }
    }

    @Test
    void aCredentialOfTheRelyingPartyItselfIsPreferred() {
        try (Ctap2 session = new Ctap2(open("level2"), AppIdTest::exchange)) {
            Registration made = new RegistrationCeremony(session, NO_TOKENS, new SecureRandom())
                    .run(creation(), ClientData.create(ANY_HASH, ORIGIN));
            RequestOptions options = request(made.credential().credentialId());

            Authentication signed = new AuthenticationCeremony(session, NO_TOKENS, new SecureRandom())
                    .run(options, ClientData.get(options.challenge(), ORIGIN))
                    .get(0);

            assertEquals("example.org", signed.options().rpId());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"level2", "u2f-only"})
    void aKeyWithoutTheCredentialUnderEitherNameSaysSo(String profile) {
        RequestOptions options = request(Bytes.utf8("another key's credential id, as long as one"));
        ClientData clientData = ClientData.get(options.challenge(), ORIGIN);
        try (CtapDevice device = open(profile)) {
            AuthenticatorFault fault = assertThrows(AuthenticatorFault.class, () -> {
                if (profile.equals("u2f-only")) {
                    new U2fCeremony(device, Sleeper.SYSTEM, AppIdTest::exchange).authenticate(options, clientData);
                } else {
                    new AuthenticationCeremony(new Ctap2(device, AppIdTest::exchange), NO_TOKENS, new SecureRandom())
                            .run(options, clientData);
                }
            });
            assertEquals(CtapStatus.NO_CREDENTIALS, fault.status());
        }
    }

    @Test
    void aCtap2KeyThatIsExcludedByItsU2fRegistrationMakesNoCredential() {
        try (Ctap2 session = new Ctap2(open("level2"), AppIdTest::exchange)) {
            CreationOptions options = creation(registeredByU2f(session.device()).keyHandle());
            touches = 0;

            AuthenticatorFault fault = assertThrows(
                    AuthenticatorFault.class,
                    () -> new RegistrationCeremony(session, NO_TOKENS, new SecureRandom())
                            .run(options, ClientData.create(options.challenge(), ORIGIN)));

            assertEquals(CtapStatus.CREDENTIAL_EXCLUDED, fault.status());
            assertEquals(1, touches);
        }
    }

    @Test
    void aU2fKeySignsAndIsExcludedUnderTheAppId() {
        try (CtapDevice device = open("u2f-only")) {
            U2fRegistration made = registeredByU2f(device);
            U2fCeremony ceremony = new U2fCeremony(device, Sleeper.SYSTEM, AppIdTest::exchange);
            RequestOptions options = request(made.keyHandle());

            assertSignedUnderAppId(made, ceremony.authenticate(options, ClientData.get(options.challenge(), ORIGIN)));
            AuthenticatorFault fault = assertThrows(
                    AuthenticatorFault.class,
                    () -> ceremony.register(creation(made.keyHandle()), ClientData.create(ANY_HASH, ORIGIN)));
            assertEquals(CtapStatus.CREDENTIAL_EXCLUDED, fault.status());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/app-id.json, https://example.org/app-id.json",
        "https://login.example.org, https://login.example.org",
        "https://u2f.login.example.org/, https://u2f.login.example.org/",
        "'', https://login.example.org",
    })
    void anAddressOfTheRelyingPartysOwnDomainIsAnAppId(String given, String taken) {
        assertEquals(taken, AppId.require(given, "login.example.org", ORIGIN));
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com/app-id.json, the origin \"https://login.example.org\" may not use the RP id \"example.com\"",
        "https://notexample.org/, the origin \"https://login.example.org\" may not use the RP id \"notexample.org\"",
        "http://example.org/, the AppID \"http://example.org/\" is no https address",
        "example.org, the AppID \"example.org\" is no https address",
    })
    void anotherSitesIsNone(String given, String why) {
        assertEquals(
                why,
                assertThrows(MalformedFault.class, () -> AppId.require(given, "example.org", ORIGIN))
                        .getMessage());
    }
}
