package dev.seckey.ctap2.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.published.Json;
import dev.seckey.ctap2.published.PythonFido2;
import dev.seckey.ctap2.published.SharedData;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuthenticatorDataTest {
    private static final CborMap EXTENSIONS =
            CborMap.builder().put(Field.of("credProtect", CborType.UNSIGNED), 2).build();

    @Test
    void aNewCredentialOfARealKey() {
        AuthenticatorData data = AuthenticatorData.parse(PythonFido2.MAKE_CREDENTIAL_AUTH_DATA);
        assertEquals(PythonFido2.RP_ID_HASH, data.rpIdHash());
        assertEquals(0x41, data.flags());
        assertTrue(data.userPresent());
        assertFalse(data.userVerified());
        assertEquals(28, data.signCount());
        assertEquals(Optional.empty(), data.extensions());
        AttestedCredential credential = data.credential().orElseThrow();
        assertEquals(PythonFido2.AAGUID, credential.aaguid().toString());
        assertEquals(PythonFido2.CREDENTIAL_ID, credential.credentialId());
        assertEquals(
                CoseKey.p256(Algorithm.ES256.number(), PythonFido2.PUBLIC_X, PythonFido2.PUBLIC_Y),
                credential.publicKey());
    }

    @Test
    void anAssertionOfARealKey() {
        AuthenticatorData data = AuthenticatorData.parse(PythonFido2.GET_ASSERTION_AUTH_DATA);
        assertEquals(0x01, data.flags());
        assertEquals(29, data.signCount());
        assertEquals(Optional.empty(), data.credential());
    }

    @Test
    void builtFromItsPartsItIsTheSame() {
        AuthenticatorData parsed = AuthenticatorData.parse(PythonFido2.MAKE_CREDENTIAL_AUTH_DATA);
        assertEquals(
                parsed,
                AuthenticatorData.of(
                        parsed.rpIdHash(),
                        AuthenticatorData.UP,
                        parsed.signCount(),
                        parsed.credential(),
                        parsed.extensions()));
    }

    @Test
    void theCounterHas32BitsWithoutASign() {
        AuthenticatorData data =
                AuthenticatorData.of(PythonFido2.RP_ID_HASH, 0, 0xFFFFFFFFL, Optional.empty(), Optional.of(EXTENSIONS));
        AuthenticatorData parsed = AuthenticatorData.parse(data.bytes());
        assertEquals(0xFFFFFFFFL, parsed.signCount());
        assertEquals(AuthenticatorData.ED, parsed.flags());
        assertEquals(Optional.of(EXTENSIONS), parsed.extensions());
    }

    @Test
    void cutOffAnywhereItIsRefused() {
        AuthenticatorData made = AuthenticatorData.parse(PythonFido2.MAKE_CREDENTIAL_AUTH_DATA);
        Bytes whole = AuthenticatorData.of(
                        made.rpIdHash(), made.flags(), made.signCount(), made.credential(), Optional.of(EXTENSIONS))
                .bytes();
        AuthenticatorData.parse(whole);
        for (int size = 0; size < whole.size(); size++) {
            Bytes cut = whole.slice(0, size);
            assertThrows(MalformedFault.class, () -> AuthenticatorData.parse(cut), size + " bytes");
        }
    }

    @Test
    void bytesThatFollowAreRefused() {
        Bytes more = PythonFido2.MAKE_CREDENTIAL_AUTH_DATA.plus(Bytes.ofInts(0xA0));
        assertThrows(MalformedFault.class, () -> AuthenticatorData.parse(more));
    }

    @Test
    void aCredentialIdLongerThanTheDataIsRefused() {
        Bytes head = PythonFido2.MAKE_CREDENTIAL_AUTH_DATA.slice(0, 37 + 16);
        assertThrows(MalformedFault.class, () -> AuthenticatorData.parse(head.plus(Bytes.ofInts(0xFF, 0xFF, 0, 0))));
    }

    @Test
    void theCeremoniesOfTheW3cAreReadAndWrittenBackTheSame() {
        List<Json> ceremonies = Json.read(SharedData.file("vectors/w3c-webauthn.json")).list().stream()
                .filter(each -> each.has("registration"))
                .toList();
        assertEquals(15, ceremonies.size());
        for (Json each : ceremonies) {
            Bytes bytes = each.get("registration").get("attestationObject").hex();
            AttestationObject made = AttestationObject.parse(bytes);
            AuthenticatorData data = made.authData();
            assertTrue(data.credential().isPresent());
            assertEquals(
                    data,
                    AuthenticatorData.of(
                            data.rpIdHash(), data.flags(), data.signCount(), data.credential(), data.extensions()));
            assertEquals(made, AttestationObject.parse(made.encode()));
            for (int size = 0; size < data.bytes().size(); size++) {
                Bytes cut = data.bytes().slice(0, size);
                assertThrows(MalformedFault.class, () -> AuthenticatorData.parse(cut), size + " bytes");
            }
            AuthenticatorData.parse(
                    each.get("authentication").get("authenticatorData").hex());
        }
    }
}
