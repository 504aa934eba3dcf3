package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static dev.seckey.ctap2.soft.Requests.HASH;
import static dev.seckey.ctap2.soft.Requests.RP;
import static dev.seckey.ctap2.soft.Requests.user;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.CredentialManagement;
import dev.seckey.ctap2.command.CredentialManagement.Sub;
import dev.seckey.ctap2.command.CredentialManagementResponse;
import dev.seckey.ctap2.command.CredentialOptions;
import dev.seckey.ctap2.command.GetInfo;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AttestedCredential;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.CredentialParameters;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.model.RelyingParty;
import dev.seckey.ctap2.model.UserEntity;
import dev.seckey.ctap2.pinuv.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** CTAP 2.3 §6.8. */
class CredentialManagementHandlerTest {
    private static final String OTHER_RP = "example.com";
    private static final Bytes RP_HASH = Bytes.utf8(RP).sha256();

    private KeyInHand key = KeyInHand.withPin();
    private boolean preview;

    private Secret token(Permission permission, Optional<String> rpId) {
        PinClient client = new PinClient(key, 2);
        return client.token(client.withPermissions(PIN, permission.bit(), rpId));
    }

    private Secret token() {
        return token(Permission.CREDENTIAL_MANAGEMENT, Optional.empty());
    }

    private CredentialManagement request(Sub sub, CborMap params) {
        return CredentialManagement.of(preview, sub, params);
    }

    private CredentialManagement request(Sub sub, CborMap params, Secret token) {
        CredentialManagement bare = request(sub, params);
        return bare.with(new PinClient(key, 2).proof(token, bare.authenticated()));
    }

    private static CborMap ofRp(Bytes rpIdHash) {
        return CborMap.builder().put(CredentialManagement.RP_ID_HASH, rpIdHash).build();
    }

    private static CborMap ofCredential(Bytes id) {
        return CborMap.builder()
                .put(CredentialManagement.CREDENTIAL_ID, CredentialDescriptor.of(id))
                .build();
    }

    private AttestedCredential make(String rpId, UserEntity user) {
        PinClient client = new PinClient(key, 2);
        MakeCredential request = MakeCredential.of(
                        HASH, RelyingParty.of(rpId, "A name"), user, List.of(CredentialParameters.of(Algorithm.ES256)))
                .with(CredentialOptions.NONE.withRk(true));
        return key.send(request.with(client.proof(client.token(PIN, rpId), HASH)))
                .authData()
                .credential()
                .orElseThrow();
    }

    @Test
    void itCounts() {
        make(RP, user("Ada"));
        CredentialManagementResponse counted = key.send(request(Sub.GET_CREDS_METADATA, CborMap.EMPTY, token()));
        assertEquals(Optional.of(1), counted.existingResidentCredentialsCount());
        assertEquals(Optional.of(99), counted.maxPossibleRemainingResidentCredentialsCount());
    }

    @Test
    void itListsRelyingPartiesAndTheirCredentials() {
        AttestedCredential ada = make(RP, user("Ada"));
        AttestedCredential bob = make(RP, user("Bob"));
        make(OTHER_RP, user("Eve"));

        CredentialManagementResponse rp = key.send(request(Sub.ENUMERATE_RPS_BEGIN, CborMap.EMPTY, token()));
        assertEquals(Optional.of(2), rp.totalRps());
        assertEquals(RP, rp.rp().orElseThrow().id());
        assertEquals(Optional.of(RP_HASH), rp.rpIdHash());
        CredentialManagementResponse next = key.send(request(Sub.ENUMERATE_RPS_GET_NEXT_RP, CborMap.EMPTY));
        assertEquals(OTHER_RP, next.rp().orElseThrow().id());
        assertEquals(Optional.empty(), next.totalRps());
        assertEquals(CtapStatus.NOT_ALLOWED, key.status(request(Sub.ENUMERATE_RPS_GET_NEXT_RP, CborMap.EMPTY)));

        CredentialManagementResponse first = key.send(request(Sub.ENUMERATE_CREDENTIALS_BEGIN, ofRp(RP_HASH), token()));
        assertEquals(Optional.of(2), first.totalCredentials());
        assertEquals(Optional.of(user("Bob")), first.user());
        assertEquals(bob.credentialId(), first.credentialId().orElseThrow().id());
        assertEquals(Optional.of(bob.publicKey()), first.publicKey());
        assertEquals(Optional.of(1), first.credProtect());
        CredentialManagementResponse second =
                key.send(request(Sub.ENUMERATE_CREDENTIALS_GET_NEXT_CREDENTIAL, CborMap.EMPTY));
        assertEquals(ada.credentialId(), second.credentialId().orElseThrow().id());
        assertEquals(
                CtapStatus.NOT_ALLOWED,
                key.status(request(Sub.ENUMERATE_CREDENTIALS_GET_NEXT_CREDENTIAL, CborMap.EMPTY)));
    }

    /** As clients do that look into each relying party before they ask for the next. */
    @Test
    void credentialsMayBeListedBetweenTwoRelyingParties() {
        make(RP, user("Ada"));
        make(RP, user("Bob"));
        make(OTHER_RP, user("Eve"));
        Secret token = token();
        key.send(request(Sub.ENUMERATE_RPS_BEGIN, CborMap.EMPTY, token));
        key.send(request(Sub.ENUMERATE_CREDENTIALS_BEGIN, ofRp(RP_HASH), token));
        key.send(request(Sub.ENUMERATE_CREDENTIALS_GET_NEXT_CREDENTIAL, CborMap.EMPTY));
        CredentialManagementResponse next = key.send(request(Sub.ENUMERATE_RPS_GET_NEXT_RP, CborMap.EMPTY));
        assertEquals(OTHER_RP, next.rp().orElseThrow().id());
    }

    @Test
    void anEnumerationEndsWithTheTokenThatBeganIt() {
        make(RP, user("Ada"));
        make(OTHER_RP, user("Eve"));
        key.send(request(Sub.ENUMERATE_RPS_BEGIN, CborMap.EMPTY, token()));
        key.time.advance(600_001);
        assertEquals(CtapStatus.NOT_ALLOWED, key.status(request(Sub.ENUMERATE_RPS_GET_NEXT_RP, CborMap.EMPTY)));
    }

    @Test
    void anotherCommandEndsAnEnumeration() {
        make(RP, user("Ada"));
        make(OTHER_RP, user("Eve"));
        key.send(request(Sub.ENUMERATE_RPS_BEGIN, CborMap.EMPTY, token()));
        key.send(new GetInfo());
        assertEquals(CtapStatus.NOT_ALLOWED, key.status(request(Sub.ENUMERATE_RPS_GET_NEXT_RP, CborMap.EMPTY)));

        key.send(request(Sub.ENUMERATE_RPS_BEGIN, CborMap.EMPTY, token()));
        assertEquals(
                CtapStatus.NOT_ALLOWED,
                key.status(request(Sub.ENUMERATE_CREDENTIALS_GET_NEXT_CREDENTIAL, CborMap.EMPTY)));
        key.send(request(Sub.GET_CREDS_METADATA, CborMap.EMPTY, token()));
        assertEquals(CtapStatus.NOT_ALLOWED, key.status(request(Sub.ENUMERATE_RPS_GET_NEXT_RP, CborMap.EMPTY)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Sub.class,
            names = {
                "GET_CREDS_METADATA",
                "ENUMERATE_RPS_BEGIN",
                "ENUMERATE_CREDENTIALS_BEGIN",
                "DELETE_CREDENTIAL",
                "UPDATE_USER_INFORMATION"
            })
    void withoutAProofOrWithAWrongOneNothingIsTold(Sub sub) {
        Bytes id = make(RP, user("Ada")).credentialId();
        CborMap params = CborMap.builder()
                .put(CredentialManagement.RP_ID_HASH, RP_HASH)
                .put(CredentialManagement.CREDENTIAL_ID, CredentialDescriptor.of(id))
                .put(CredentialManagement.USER, user("Ada"))
                .build();
        assertEquals(CtapStatus.PUAT_REQUIRED, key.status(request(sub, params)));
        PinUvAuth forged = new PinUvAuth(HASH, 2);
        assertEquals(
                CtapStatus.PIN_AUTH_INVALID, key.status(request(sub, params).with(forged)));
        assertEquals(
                CtapStatus.MISSING_PARAMETER, key.status(request(sub, params).with(new PinUvAuth(HASH, 0))));
        assertEquals(
                CtapStatus.INVALID_PARAMETER, key.status(request(sub, params).with(new PinUvAuth(HASH, 3))));
        Secret forOtherThings = token(Permission.LARGE_BLOB_WRITE, Optional.empty());
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(request(sub, params, forOtherThings)));
        assertEquals(
                99,
                key.info()
                        .members()
                        .require(dev.seckey.ctap2.model.AuthenticatorInfo.REMAINING_DISCOVERABLE_CREDENTIALS));
    }

    @Test
    void aTokenForOneRelyingPartySeesNoOther() {
        Bytes ada = make(RP, user("Ada")).credentialId();
        Bytes eve = make(OTHER_RP, user("Eve")).credentialId();
        Secret bound = token(Permission.CREDENTIAL_MANAGEMENT, Optional.of(RP));
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(request(Sub.GET_CREDS_METADATA, CborMap.EMPTY, bound)));
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(request(Sub.ENUMERATE_RPS_BEGIN, CborMap.EMPTY, bound)));
        assertEquals(
                CtapStatus.PIN_AUTH_INVALID,
                key.status(request(
                        Sub.ENUMERATE_CREDENTIALS_BEGIN,
                        ofRp(Bytes.utf8(OTHER_RP).sha256()),
                        bound)));
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(request(Sub.DELETE_CREDENTIAL, ofCredential(eve), bound)));
        assertEquals(CtapStatus.OK, key.status(request(Sub.ENUMERATE_CREDENTIALS_BEGIN, ofRp(RP_HASH), bound)));
        assertEquals(CtapStatus.OK, key.status(request(Sub.DELETE_CREDENTIAL, ofCredential(ada), bound)));
    }

    @Test
    void whatIsDeletedIsGone() {
        Bytes id = make(RP, user("Ada")).credentialId();
        assertEquals(CtapStatus.OK, key.status(request(Sub.DELETE_CREDENTIAL, ofCredential(id), token())));
        assertEquals(CtapStatus.NO_CREDENTIALS, key.status(request(Sub.DELETE_CREDENTIAL, ofCredential(id), token())));
        assertEquals(CtapStatus.NO_CREDENTIALS, key.status(request(Sub.ENUMERATE_RPS_BEGIN, CborMap.EMPTY, token())));
        assertEquals(
                CtapStatus.NO_CREDENTIALS,
                key.status(request(Sub.ENUMERATE_CREDENTIALS_BEGIN, ofRp(RP_HASH), token())));
    }

    @Test
    void theUserIsRenamedAndAnEmptyNameGoes() {
        Bytes id = make(RP, user("Ada")).credentialId();
        UserEntity renamed = new UserEntity(user("Ada").id(), Optional.of(""), Optional.of("Ada Lovelace"));
        assertEquals(CtapStatus.OK, key.status(update(id, renamed)));
        assertEquals(
                Optional.of(new UserEntity(renamed.id(), Optional.empty(), renamed.displayName())),
                key.send(request(Sub.ENUMERATE_CREDENTIALS_BEGIN, ofRp(RP_HASH), token()))
                        .user());
        assertEquals(CtapStatus.INVALID_PARAMETER, key.status(update(id, user("Bob"))));
        assertEquals(CtapStatus.NO_CREDENTIALS, key.status(update(HASH, renamed)));
    }

    private CredentialManagement update(Bytes id, UserEntity user) {
        CborMap params = ofCredential(id).toBuilder()
                .put(CredentialManagement.USER, user)
                .build();
        return request(Sub.UPDATE_USER_INFORMATION, params, token());
    }

    @ParameterizedTest
    @CsvSource({"ENUMERATE_CREDENTIALS_BEGIN", "DELETE_CREDENTIAL", "UPDATE_USER_INFORMATION"})
    void whatIsMissingIsTold(Sub sub) {
        assertEquals(CtapStatus.MISSING_PARAMETER, key.status(request(sub, CborMap.EMPTY, token())));
    }

    @Test
    void unknownSubcommandsAreRefused() {
        assertEquals(
                CtapStatus.INVALID_SUBCOMMAND,
                key.status(new CredentialManagement(false, 8, CborMap.EMPTY, Optional.empty())));
    }

    @Test
    void thePreviewTakesALegacyTokenAndKnowsNoUpdate() {
        key = new KeyInHand(SimulatedProfiles.named("pre21").orElseThrow().withPin(PIN));
        assertEquals(Optional.of(true), key.info().option(Option.CREDENTIAL_MANAGEMENT_PREVIEW));
        assertEquals(CtapStatus.INVALID_COMMAND, key.status(request(Sub.GET_CREDS_METADATA, CborMap.EMPTY)));
        preview = true;
        PinClient client = new PinClient(key, 2);
        Secret legacy = client.token(client.legacy(PIN));
        assertEquals(CtapStatus.OK, key.status(request(Sub.GET_CREDS_METADATA, CborMap.EMPTY, legacy)));
        assertEquals(
                CtapStatus.INVALID_SUBCOMMAND, key.status(request(Sub.UPDATE_USER_INFORMATION, CborMap.EMPTY, legacy)));
    }

    @Test
    void aPersistentTokenReadsAndChangesNothing() {
        key = new KeyInHand(SimulatedProfiles.named("full").orElseThrow().withPin(PIN));
        Bytes id = make(RP, user("Ada")).credentialId();
        Secret persistent = token(Permission.PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY, Optional.empty());
        key.key.powerCycle();
        key.time.advance(3_600_000);
        assertEquals(CtapStatus.OK, key.status(request(Sub.GET_CREDS_METADATA, CborMap.EMPTY, persistent)));
        assertEquals(CtapStatus.OK, key.status(request(Sub.ENUMERATE_RPS_BEGIN, CborMap.EMPTY, persistent)));
        assertEquals(CtapStatus.OK, key.status(request(Sub.ENUMERATE_CREDENTIALS_BEGIN, ofRp(RP_HASH), persistent)));
        assertEquals(
                CtapStatus.PIN_AUTH_INVALID, key.status(request(Sub.DELETE_CREDENTIAL, ofCredential(id), persistent)));

        key.send(new PinClient(key, 2).change(PIN, "56789"));
        assertEquals(
                CtapStatus.PIN_AUTH_INVALID, key.status(request(Sub.GET_CREDS_METADATA, CborMap.EMPTY, persistent)));
    }
}
