package dev.seckey.ctap2.client;

import static dev.seckey.ctap2.client.ExampleOrg.CHALLENGE;
import static dev.seckey.ctap2.client.ExampleOrg.assertSignedBy;
import static dev.seckey.ctap2.client.ExampleOrg.creation;
import static dev.seckey.ctap2.client.ExampleOrg.id;
import static dev.seckey.ctap2.client.ExampleOrg.request;
import static dev.seckey.ctap2.client.ExampleOrg.stranger;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.session.Ctap2;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the software authenticator, through both framings. Everything that it makes is verified. */
class CeremoniesTest {
    private final ExampleOrg site = new ExampleOrg();

    @ParameterizedTest
    @EnumSource
    void aCredentialIsMadeAndSigns(Way way) {
        try (Ctap2 session = way.session("level2")) {
            Registration made = site.register(session, creation(1, Need.DISCOURAGED));
            assertFalse(made.discoverable());
            assertEquals(Algorithm.EDDSA.number(), made.credential().publicKey().alg());
            List<Authentication> signed = site.authenticate(session, request(Need.DISCOURAGED, true, id(made)));
            assertEquals(1, signed.size());
            assertSignedBy(made, signed.get(0));
            assertTrue(signed.get(0).assertion().authData().userPresent());
            assertEquals(List.of(), site.tokensAskedFor);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyAccountGivesItsAssertion(Way way) {
        try (Ctap2 session = way.session("level2")) {
            List<Registration> made = List.of(
                    site.register(session, creation(3, Need.REQUIRED)),
                    site.register(session, creation(2, Need.PREFERRED)),
                    site.register(session, creation(1, Need.REQUIRED)));
            List<Authentication> signed = site.authenticate(session, request(Need.DISCOURAGED, true));
            assertEquals(3, signed.size());
            for (int i = 0; i < 3; i++) {
                assertSignedBy(made.get(2 - i), signed.get(i));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutATouchTheAnswerSaysSo(Way way) {
        try (Ctap2 session = way.session("level2")) {
            Registration made = site.register(session, creation(1, Need.DISCOURAGED));
            Authentication signed = site.authenticate(session, request(Need.DISCOURAGED, false, id(made)))
                    .get(0);
            assertSignedBy(made, signed);
            assertFalse(signed.assertion().authData().userPresent());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anExcludedCredentialAmongManyIsFoundWithOneToken(Way way) {
        try (Ctap2 session = way.session("pin-set")) {
            Registration made = site.register(session, creation(1, Need.REQUIRED));
            assertTrue(made.made().attestation().authData().userVerified());
            site.tokensAskedFor.clear();
            AuthenticatorFault fault = assertThrows(
                    AuthenticatorFault.class,
                    () -> site.register(
                            session, creation(2, Need.REQUIRED, stranger(1), stranger(2), id(made), stranger(3))));
            assertEquals(CtapStatus.CREDENTIAL_EXCLUDED, fault.status());
            assertEquals(List.of(Set.of(Permission.MAKE_CREDENTIAL, Permission.GET_ASSERTION)), site.tokensAskedFor);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anAllowedCredentialAmongManyIsFoundAndUserVerified(Way way) {
        try (Ctap2 session = way.session("pin-set")) {
            Registration made = site.register(session, creation(1, Need.DISCOURAGED));
            Authentication signed = site.authenticate(
                            session, request(Need.REQUIRED, true, stranger(1), stranger(2), id(made)))
                    .get(0);
            assertSignedBy(made, signed);
            assertTrue(signed.assertion().authData().userVerified());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noneOfTheAllowedCredentialsIsAnErrorAfterATouch(Way way) {
        try (Ctap2 session = way.session("level2")) {
            AuthenticatorFault fault = assertThrows(
                    AuthenticatorFault.class,
                    () -> site.authenticate(session, request(Need.DISCOURAGED, true, stranger(1), stranger(2))));
            assertEquals(CtapStatus.NO_CREDENTIALS, fault.status());
        }
    }

    @ParameterizedTest
    @EnumSource
    void noPinIsAskedForWhereTheKeyDoesWithout(Way way) {
        try (Ctap2 session = way.session("pin-set")) {
            Registration made = site.register(session, creation(1, Need.DISCOURAGED));
            site.tokensAskedFor.clear();
            site.authenticate(session, request(Need.DISCOURAGED, true, id(made)));
            assertEquals(List.of(), site.tokensAskedFor);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aNewTokenIsHadAfterEachTouch(Way way) {
        try (Ctap2 session = way.session("pin-set")) {
            Registration made = site.register(session, creation(1, Need.DISCOURAGED));
            site.authenticate(session, request(Need.REQUIRED, true, id(made)));
            site.authenticate(session, request(Need.REQUIRED, true, id(made)));
            assertEquals(3, site.tokensAskedFor.size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRelyingPartyThatWantsNoAttestationGetsNone(Way way) {
        try (Ctap2 session = way.session("level2")) {
            CreationOptions plain = creation(1, Need.DISCOURAGED);
            Registration made = site.register(
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

    @ParameterizedTest
    @EnumSource
    void anOldKeyCollectsTheTouchByARequestThatNobodyKeeps(Way way) {
        try (Ctap2 session = way.session("fido20")) {
            AuthenticatorFault fault = assertThrows(
                    AuthenticatorFault.class,
                    () -> site.authenticate(session, request(Need.DISCOURAGED, true, stranger(1), stranger(2))));
            assertEquals(CtapStatus.NO_CREDENTIALS, fault.status());
        }
    }
}
