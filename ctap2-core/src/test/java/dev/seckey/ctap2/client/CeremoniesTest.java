package dev.seckey.ctap2.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.extension.HmacOutputs;
import dev.seckey.ctap2.extension.HmacSalts;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.CredentialParameters;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.model.RelyingParty;
import dev.seckey.ctap2.model.UserEntity;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.server.SoftApduPipe;
import dev.seckey.ctap2.server.SoftHidPipe;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PinUv;
import dev.seckey.ctap2.session.TokenSource;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.SoftAuthenticator;
import dev.seckey.ctap2.transport.ApduLengths;
import dev.seckey.ctap2.transport.CtapDevice;
import dev.seckey.ctap2.transport.CtapHid;
import dev.seckey.ctap2.transport.CtapNfc;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.ctap2.transport.Trace;
import dev.seckey.ctap2.webauthn.AssertionVerifier;
import dev.seckey.ctap2.webauthn.AttestationVerifier;
import dev.seckey.ctap2.webauthn.ClientData;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the software authenticator, through both framings. Everything that it makes is verified. */
class CeremoniesTest {
    private static final String RP = "example.org";
    private static final String ORIGIN = "https://example.org";
    private static final Bytes CHALLENGE = Bytes.of(new byte[32]);

    private final SecureRandom random = new SecureRandom();
    private final List<Set<Permission>> tokensAskedFor = new ArrayList<>();

    enum Way {
        USB,
        NFC
    }

    private static CtapDevice open(Way way, String profile) {
        SoftAuthenticator key =
                new SoftAuthenticator(SimulatedProfiles.named(profile).orElseThrow(), Environment.ofThisMachine());
        return way == Way.USB
                ? CtapHid.open(new SoftHidPipe(key, Ticker.SYSTEM), Trace.NONE, new SecureRandom(), exchange())
                : CtapNfc.open(new SoftApduPipe(key), ApduLengths.SHORT, Trace.NONE, Sleeper.SYSTEM);
    }

    private static Exchange exchange() {
        return Exchange.within(Duration.ofSeconds(20));
    }

    private static Ctap2 session(Way way, String profile) {
        return new Ctap2(open(way, profile), CeremoniesTest::exchange);
    }

    /** By the PIN that simulated keys come with. */
    private TokenSource tokens(Ctap2 session) {
        return (permissions, rpId) -> {
            tokensAskedFor.add(permissions);
            try (Pin pin = Pin.takingUtf8(SimulatedProfiles.PIN.getBytes(StandardCharsets.US_ASCII))) {
                return PinUv.of(session, random).token(pin, permissions, rpId, false);
            }
        };
    }

    private static CreationOptions creation(int user, Need residentKey, CredentialDescriptor... excluded) {
        return new CreationOptions(
                RelyingParty.of(RP, "Example"),
                UserEntity.of(Bytes.ofInts(user), "user " + user),
                CHALLENGE,
                List.of(CredentialParameters.of(Algorithm.EDDSA), CredentialParameters.of(Algorithm.ES256)),
                List.of(excluded),
                residentKey,
                Need.DISCOURAGED,
                Conveyance.DIRECT,
                List.of(),
                Optional.empty(),
                CreationExtensions.NONE);
    }

    private static RequestOptions request(Need userVerification, boolean touch, CredentialDescriptor... allowed) {
        return new RequestOptions(RP, CHALLENGE, List.of(allowed), userVerification, touch, RequestExtensions.NONE);
    }

    private Registration register(Ctap2 session, CreationOptions options) {
        Registration made = new RegistrationCeremony(session, tokens(session), random)
                .run(options, ClientData.create(CHALLENGE, ORIGIN));
        assertTrue(AttestationVerifier.verify(
                        made.made().attestation(), made.clientData().hash())
                .signature()
                .isValid());
        return made;
    }

    private List<Authentication> authenticate(Ctap2 session, RequestOptions options) {
        return new AuthenticationCeremony(session, tokens(session), random)
                .run(options, ClientData.get(CHALLENGE, ORIGIN));
    }

    private static void assertSignedBy(Registration made, Authentication signed) {
        assertEquals(made.credential().credentialId(), signed.credentialId());
        assertTrue(AssertionVerifier.verify(
                        signed.assertion().authData(),
                        signed.clientData().hash(),
                        signed.assertion().signature(),
                        made.credential().publicKey(),
                        RP)
                .holds());
    }

    private static CredentialDescriptor id(Registration made) {
        return CredentialDescriptor.of(made.credential().credentialId());
    }

    private static CredentialDescriptor stranger(int number) {
        return CredentialDescriptor.of(Bytes.of(new byte[40]).plus(Bytes.ofInts(number)));
    }

    @ParameterizedTest
    @EnumSource
    void aCredentialIsMadeAndSigns(Way way) {
        try (Ctap2 session = session(way, "level2")) {
            Registration made = register(session, creation(1, Need.DISCOURAGED));
            assertFalse(made.discoverable());
            assertEquals(Algorithm.EDDSA.number(), made.credential().publicKey().alg());
            List<Authentication> signed = authenticate(session, request(Need.DISCOURAGED, true, id(made)));
            assertEquals(1, signed.size());
            assertSignedBy(made, signed.get(0));
            assertTrue(signed.get(0).assertion().authData().userPresent());
            assertEquals(List.of(), tokensAskedFor);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyAccountGivesItsAssertion(Way way) {
        try (Ctap2 session = session(way, "level2")) {
            List<Registration> made = List.of(
                    register(session, creation(3, Need.REQUIRED)),
                    register(session, creation(2, Need.PREFERRED)),
                    register(session, creation(1, Need.REQUIRED)));
            List<Authentication> signed = authenticate(session, request(Need.DISCOURAGED, true));
            assertEquals(3, signed.size());
            for (int i = 0; i < 3; i++) {
                assertSignedBy(made.get(2 - i), signed.get(i));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutATouchTheAnswerSaysSo(Way way) {
        try (Ctap2 session = session(way, "level2")) {
            Registration made = register(session, creation(1, Need.DISCOURAGED));
            Authentication signed = authenticate(session, request(Need.DISCOURAGED, false, id(made)))
                    .get(0);
            assertSignedBy(made, signed);
            assertFalse(signed.assertion().authData().userPresent());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExcludedCredentialAmongManyIsFoundWithOneToken(Way way) {
        try (Ctap2 session = session(way, "pin-set")) {
            Registration made = register(session, creation(1, Need.REQUIRED));
            assertTrue(made.made().attestation().authData().userVerified());
            tokensAskedFor.clear();
            AuthenticatorFault fault = assertThrows(
                    AuthenticatorFault.class,
                    () -> register(
                            session, creation(2, Need.REQUIRED, stranger(1), stranger(2), id(made), stranger(3))));
            assertEquals(CtapStatus.CREDENTIAL_EXCLUDED, fault.status());
            assertEquals(List.of(Set.of(Permission.MAKE_CREDENTIAL, Permission.GET_ASSERTION)), tokensAskedFor);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAllowedCredentialAmongManyIsFoundAndUserVerified(Way way) {
        try (Ctap2 session = session(way, "pin-set")) {
            Registration made = register(session, creation(1, Need.DISCOURAGED));
            Authentication signed = authenticate(
                            session, request(Need.REQUIRED, true, stranger(1), stranger(2), id(made)))
                    .get(0);
            assertSignedBy(made, signed);
            assertTrue(signed.assertion().authData().userVerified());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noneOfTheAllowedCredentialsIsAnErrorAfterATouch(Way way) {
        try (Ctap2 session = session(way, "level2")) {
            AuthenticatorFault fault = assertThrows(
                    AuthenticatorFault.class,
                    () -> authenticate(session, request(Need.DISCOURAGED, true, stranger(1), stranger(2))));
            assertEquals(CtapStatus.NO_CREDENTIALS, fault.status());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noPinIsAskedForWhereTheKeyDoesWithout(Way way) {
        try (Ctap2 session = session(way, "pin-set")) {
            Registration made = register(session, creation(1, Need.DISCOURAGED));
            tokensAskedFor.clear();
            authenticate(session, request(Need.DISCOURAGED, true, id(made)));
            assertEquals(List.of(), tokensAskedFor);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewTokenIsHadAfterEachTouch(Way way) {
        try (Ctap2 session = session(way, "pin-set")) {
            Registration made = register(session, creation(1, Need.DISCOURAGED));
            authenticate(session, request(Need.REQUIRED, true, id(made)));
            authenticate(session, request(Need.REQUIRED, true, id(made)));
            assertEquals(3, tokensAskedFor.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatSpeaksOnlyU2fMakesAndSignsTheOldWay(Way way) {
        try (CtapDevice device = open(way, "u2f-only")) {
            U2fCeremony u2f = new U2fCeremony(device, Sleeper.SYSTEM, CeremoniesTest::exchange);
            Registration made = u2f.register(creation(1, Need.PREFERRED), ClientData.create(CHALLENGE, ORIGIN));
            assertTrue(AttestationVerifier.verify(
                            made.made().attestation(), made.clientData().hash())
                    .signature()
                    .isValid());
            ClientData get = ClientData.get(CHALLENGE, ORIGIN);
            assertSignedBy(made, u2f.authenticate(request(Need.PREFERRED, true, stranger(1), id(made)), get));
            assertEquals(
                    CtapStatus.CREDENTIAL_EXCLUDED,
                    assertThrows(
                                    AuthenticatorFault.class,
                                    () -> u2f.register(
                                            creation(2, Need.DISCOURAGED, id(made)),
                                            ClientData.create(CHALLENGE, ORIGIN)))
                            .status());
            Fault discoverable = assertThrows(
                    Fault.class, () -> u2f.register(creation(2, Need.REQUIRED), ClientData.create(CHALLENGE, ORIGIN)));
            assertEquals(Reason.UNSUPPORTED, discoverable.reason());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRelyingPartyThatWantsNoAttestationGetsNone(Way way) {
        try (Ctap2 session = session(way, "level2")) {
            CreationOptions plain = creation(1, Need.DISCOURAGED);
            Registration made = register(
                    session,
                    new CreationOptions(
                            plain.rp(),
                            plain.user(),
                            CHALLENGE,
                            plain.pubKeyCredParams(),
                            List.of(),
                            Need.DISCOURAGED,
                            Need.DISCOURAGED,
                            Conveyance.NONE,
                            List.of(),
                            Optional.empty(),
                            CreationExtensions.NONE));
            assertEquals("none", made.conveyed().fmt());
            assertTrue(made.conveyed().attStmt().isEmpty());
        }
    }

    private static CreationOptions with(CreationOptions plain, CreationExtensions extensions) {
        return new CreationOptions(
                plain.rp(),
                plain.user(),
                plain.challenge(),
                plain.pubKeyCredParams(),
                plain.excludeCredentials(),
                plain.residentKey(),
                plain.userVerification(),
                plain.attestation(),
                plain.attestationFormats(),
                plain.enterpriseAttestation(),
                extensions);
    }

    private static CreationExtensions everything(HmacSalts salts) {
        return new CreationExtensions(
                Optional.of(3),
                true,
                Optional.of(Bytes.ofInts(1, 2, 3)),
                true,
                Optional.of(salts),
                true,
                true,
                Optional.empty(),
                false,
                true,
                true,
                false,
                Optional.empty());
    }

    private static RequestOptions asking(RequestExtensions extensions, CredentialDescriptor... allowed) {
        return new RequestOptions(RP, CHALLENGE, List.of(allowed), Need.DISCOURAGED, true, extensions);
    }

    /** Credentials of level 3 are invisible without a token: pre-flight that forgets it would make a second one. */
    @ParameterizedTest
    @EnumSource
    void aWellProtectedCredentialIsSeenWhenItIsExcluded(Way way) {
        CreationExtensions protectedWell = new CreationExtensions(
                Optional.of(3),
                true,
                Optional.empty(),
                false,
                Optional.empty(),
                false,
                false,
                Optional.empty(),
                false,
                false,
                false,
                false,
                Optional.empty());
        try (Ctap2 session = session(way, "pin-set")) {
            Registration made = register(session, with(creation(1, Need.REQUIRED), protectedWell));
            assertEquals(Optional.of(3), made.extensionOutputs().find(Extensions.CRED_PROTECT));
            AuthenticatorFault fault = assertThrows(
                    AuthenticatorFault.class,
                    () -> register(session, creation(2, Need.REQUIRED, stranger(1), id(made), stranger(2))));
            assertEquals(CtapStatus.CREDENTIAL_EXCLUDED, fault.status());
        }
    }

    @ParameterizedTest
    @EnumSource
    void extensionsGoInAndComeOut(Way way) {
        HmacSalts salts = HmacSalts.ofPrf(Bytes.ofInts(1), Optional.of(Bytes.ofInts(2)));
        CreationExtensions wanted = everything(salts);
        try (Ctap2 session = session(way, "full");
                Registration made = register(session, with(creation(1, Need.REQUIRED), wanted))) {
            assertEquals(List.of(), CreationInputs.missing(wanted, session.info()));
            assertEquals(Optional.of(true), made.extensionOutputs().find(Extensions.CRED_BLOB_FLAG));
            assertEquals(Optional.of(true), made.extensionOutputs().find(Extensions.HMAC_SECRET_CREATE));
            assertEquals(32, made.made().largeBlobKey().orElseThrow().size());
            assertEquals(32, made.secrets().orElseThrow().second().orElseThrow().size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void theKeyAnswersTheSameSaltsAlikeForOneCredential(Way way) {
        HmacSalts salts = HmacSalts.ofPrf(Bytes.ofInts(1), Optional.of(Bytes.ofInts(2)));
        HmacSalts swapped = new HmacSalts(salts.second().orElseThrow(), Optional.of(salts.first()));
        try (Ctap2 session = session(way, "level2");
                Registration made = register(
                        session,
                        with(
                                creation(1, Need.REQUIRED),
                                new CreationExtensions(
                                        Optional.empty(),
                                        false,
                                        Optional.of(Bytes.ofInts(9)),
                                        true,
                                        Optional.empty(),
                                        true,
                                        true,
                                        Optional.empty(),
                                        false,
                                        false,
                                        false,
                                        false,
                                        Optional.empty())));
                Authentication one = authenticate(
                                session,
                                asking(new RequestExtensions(
                                        true,
                                        Optional.of(salts),
                                        Map.of(),
                                        true,
                                        true,
                                        false,
                                        Optional.empty(),
                                        false,
                                        Optional.empty())))
                        .get(0);
                Authentication other = authenticate(
                                session,
                                asking(
                                        new RequestExtensions(
                                                false,
                                                Optional.of(salts),
                                                Map.of(id(made).id(), swapped),
                                                true,
                                                false,
                                                false,
                                                Optional.empty(),
                                                false,
                                                Optional.empty()),
                                        id(made)))
                        .get(0)) {
            HmacOutputs first = one.secrets().orElseThrow();
            HmacOutputs second = other.secrets().orElseThrow();
            assertTrue(first.first().matches(second.second().orElseThrow().expose()));
            assertTrue(first.second().orElseThrow().matches(second.first().expose()));
            assertFalse(first.first().matches(second.first().expose()));
            assertEquals(Optional.of(Bytes.ofInts(9)), one.extensionOutputs().find(Extensions.CRED_BLOB));
            assertEquals(made.made().largeBlobKey(), one.assertion().largeBlobKey());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheKeyCannotIsSaidBeforeAnybodyIsAsked(Way way) {
        CreationExtensions tooMuch = everything(HmacSalts.ofPrf(Bytes.ofInts(1), Optional.empty()));
        try (Ctap2 session = session(way, "fido20")) {
            Fault fault =
                    assertThrows(Fault.class, () -> register(session, with(creation(1, Need.DISCOURAGED), tooMuch)));
            assertEquals(Reason.UNSUPPORTED, fault.reason());
            assertTrue(CreationInputs.missing(tooMuch, session.info()).contains("credProtect"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void anOldKeyCollectsTheTouchByARequestThatNobodyKeeps(Way way) {
        try (Ctap2 session = session(way, "fido20")) {
            AuthenticatorFault fault = assertThrows(
                    AuthenticatorFault.class,
                    () -> authenticate(session, request(Need.DISCOURAGED, true, stranger(1), stranger(2))));
            assertEquals(CtapStatus.NO_CREDENTIALS, fault.status());
        }
    }
}
