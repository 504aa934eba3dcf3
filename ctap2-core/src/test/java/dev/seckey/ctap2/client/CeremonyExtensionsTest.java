package dev.seckey.ctap2.client;

import static dev.seckey.ctap2.client.ExampleOrg.CHALLENGE;
import static dev.seckey.ctap2.client.ExampleOrg.RP;
import static dev.seckey.ctap2.client.ExampleOrg.creation;
import static dev.seckey.ctap2.client.ExampleOrg.id;
import static dev.seckey.ctap2.client.ExampleOrg.stranger;
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
import dev.seckey.ctap2.json.JsonObject;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.session.Ctap2;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes into a ceremony beside the credential, and what comes out of it (CTAP 2.3 §12). */
class CeremonyExtensionsTest {
    private final ExampleOrg site = new ExampleOrg();

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
        JsonObject wanted = JsonObject.parse(Bytes.utf8("""
                {
                  "credentialProtectionPolicy": "userVerificationRequired",
                  "enforceCredentialProtectionPolicy": true
                }
                """));
        CreationExtensions protectedWell = CreationExtensions.from(wanted, RP, "https://example.org");
        try (Ctap2 session = way.session("pin-set")) {
            Registration made = site.register(session, with(creation(1, Need.REQUIRED), protectedWell));
            assertEquals(Optional.of(3), made.extensionOutputs().find(Extensions.CRED_PROTECT));
            AuthenticatorFault fault = assertThrows(
                    AuthenticatorFault.class,
                    () -> site.register(session, creation(2, Need.REQUIRED, stranger(1), id(made), stranger(2))));
            assertEquals(CtapStatus.CREDENTIAL_EXCLUDED, fault.status());
        }
    }

    @ParameterizedTest
    @EnumSource
    void extensionsGoInAndComeOut(Way way) {
        HmacSalts salts = HmacSalts.ofPrf(Bytes.ofInts(1), Optional.of(Bytes.ofInts(2)));
        CreationExtensions wanted = everything(salts);
        try (Ctap2 session = way.session("full");
                Registration made = site.register(session, with(creation(1, Need.REQUIRED), wanted))) {
            assertEquals(List.of(), wanted.missing(session.info()));
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
        try (Ctap2 session = way.session("level2");
                Registration made = site.register(
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
                Authentication one = site.authenticate(
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
                Authentication other = site.authenticate(
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
        try (Ctap2 session = way.session("fido20")) {
            Fault fault = assertThrows(
                    Fault.class, () -> site.register(session, with(creation(1, Need.DISCOURAGED), tooMuch)));
            assertEquals(Reason.UNSUPPORTED, fault.reason());
            assertTrue(tooMuch.missing(session.info()).contains("credProtect"));
        }
    }
}
