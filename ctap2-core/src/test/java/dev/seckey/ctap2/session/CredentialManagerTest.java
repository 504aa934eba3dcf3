package dev.seckey.ctap2.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.CredentialManagement;
import dev.seckey.ctap2.command.CredentialManagement.Sub;
import dev.seckey.ctap2.command.CredentialManagementResponse;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.ReadBackFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.Algorithm;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.RelyingParty;
import dev.seckey.ctap2.model.UserEntity;
import dev.seckey.ctap2.pinuv.PinUvAuthProtocol;
import dev.seckey.ctap2.pinuv.Secret;
import dev.seckey.ctap2.session.CredentialManager.StoredRelyingParty;
import dev.seckey.ctap2.transport.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** On a key that answers by script. */
class CredentialManagerTest {
    private static final int GET_INFO = 0x04;
    private static final Bytes EXAMPLE_HASH = Bytes.utf8("example.org").sha256();
    private static final CredentialDescriptor ID = CredentialDescriptor.of(Bytes.ofInts(1, 2, 3));
    private static final CoseKey PUBLIC_KEY =
            CoseKey.p256(Algorithm.ES256.number(), Bytes.of(new byte[32]), Bytes.of(new byte[32]));

    private Map<String, Boolean> options = Map.of("credMgmt", true);
    private List<CborMap> answers = new ArrayList<>();
    private final List<CredentialManagement> asked = new ArrayList<>();
    private final WatchedKey key = new WatchedKey(this::answer);
    private final Ctap2 session = new Ctap2(key, () -> Exchange.within(Duration.ofSeconds(1)));

    private Bytes answer(Bytes request) {
        if (request.at(0) == GET_INFO) {
            return ok(CborMap.builder()
                    .put(AuthenticatorInfo.VERSIONS, List.of(AuthenticatorInfo.FIDO_2_0))
                    .put(AuthenticatorInfo.AAGUID, Aaguid.NONE)
                    .put(AuthenticatorInfo.OPTIONS, options)
                    .build());
        }
        asked.add(CredentialManagement.from(request.at(0) == 0x41, Cbor.decodeMap(request.from(1))));
        return answers.isEmpty() ? Bytes.ofInts(CtapStatus.NO_CREDENTIALS.number()) : ok(answers.remove(0));
    }

    private static Bytes ok(CborMap body) {
        return Bytes.ofInts(0).plus(body.isEmpty() ? Bytes.EMPTY : body.encode());
    }

    private CredentialManager manager() {
        return new CredentialManager(
                session, new PinUvAuthToken(PinUvAuthProtocol.of(1).orElseThrow(), Secret.taking(new byte[32])));
    }

    private static CborMap.Builder relyingParty(String id, Bytes hash) {
        return CborMap.builder()
                .put(CredentialManagementResponse.RP, new RelyingParty(id, Optional.empty()))
                .put(CredentialManagementResponse.RP_ID_HASH, hash);
    }

    private static CborMap credential(String name) {
        return CborMap.builder()
                .put(CredentialManagementResponse.USER, UserEntity.of(Bytes.ofInts(9), name))
                .put(CredentialManagementResponse.CREDENTIAL_ID, ID)
                .put(CredentialManagementResponse.PUBLIC_KEY, PUBLIC_KEY)
                .put(CredentialManagementResponse.TOTAL_CREDENTIALS, 1)
                .build();
    }

    private List<Integer> subCommands() {
        return asked.stream().map(CredentialManagement::subCommand).toList();
    }

    @Test
    void anEnumerationIsCollectedWithNothingInBetween() {
        answers.add(relyingParty("example.org", EXAMPLE_HASH)
                .put(CredentialManagementResponse.TOTAL_RPS, 2)
                .build());
        answers.add(
                relyingParty("example.com", Bytes.utf8("example.com").sha256()).build());
        assertEquals(2, manager().relyingParties().size());
        assertEquals(List.of(Sub.ENUMERATE_RPS_BEGIN.number(), Sub.ENUMERATE_RPS_GET_NEXT_RP.number()), subCommands());
        assertTrue(
                asked.get(0).pinUvAuth().isPresent() && asked.get(1).pinUvAuth().isEmpty());
    }

    @Test
    void aKeyWithoutCredentialsSaysSoByAnError() {
        assertEquals(List.of(), manager().relyingParties());
    }

    @Test
    void aRelyingPartyWhoseIdTheKeyCutShortIsKnownByItsHash() {
        answers.add(relyingParty("example.o", EXAMPLE_HASH)
                .put(CredentialManagementResponse.TOTAL_RPS, 1)
                .build());
        StoredRelyingParty found = manager().relyingParties().get(0);
        assertEquals(Optional.empty(), found.id());
        assertEquals("\"example.o…\" (SHA-256 " + EXAMPLE_HASH.hex() + ")", found.title());
    }

    @Test
    void aKeyThatKnowsOnlyThePreviewIsAskedByIt() {
        options = Map.of("credentialMgmtPreview", true);
        manager().relyingParties();
        assertTrue(asked.get(0).preview());
        TransportFault fault = assertThrows(
                TransportFault.class, () -> manager().update(EXAMPLE_HASH, ID, UserEntity.of(Bytes.ofInts(9), "bob")));
        assertEquals(Reason.UNSUPPORTED, fault.reason());
    }

    @Test
    void aKeyThatCannotIsNamedWithItsVersion() {
        options = Map.of();
        TransportFault fault = assertThrows(TransportFault.class, this::manager);
        assertEquals(Reason.UNSUPPORTED, fault.reason());
        assertEquals("this key cannot list or delete its credentials (it speaks FIDO_2_0)", fault.getMessage());
    }

    @Test
    void whatIsDeletedIsLookedForAgain() {
        answers.add(CborMap.EMPTY);
        manager().delete(EXAMPLE_HASH, ID);
        answers.add(CborMap.EMPTY);
        answers.add(credential("alice"));
        assertThrows(ReadBackFault.class, () -> manager().delete(EXAMPLE_HASH, ID));
    }

    @Test
    void newNamesAreReadBack() {
        answers.add(CborMap.EMPTY);
        answers.add(credential("bob"));
        manager().update(EXAMPLE_HASH, ID, UserEntity.of(Bytes.ofInts(9), "bob"));
        answers.add(CborMap.EMPTY);
        answers.add(credential("alice"));
        assertThrows(
                ReadBackFault.class, () -> manager().update(EXAMPLE_HASH, ID, UserEntity.of(Bytes.ofInts(9), "bob")));
    }

    @Test
    void whatMayHoldALargeBlobKeyIsNotTraced() {
        manager().credentials(EXAMPLE_HASH);
        manager().relyingParties();
        assertEquals(List.of(false, true, false), key.secret);
    }
}
