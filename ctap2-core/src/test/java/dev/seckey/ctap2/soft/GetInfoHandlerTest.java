package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.command.GetInfo;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.pinuv.Secret;
import dev.seckey.ctap2.transport.Keepalive;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** CTAP 2.3 §6.4, on each simulated key. */
class GetInfoHandlerTest {
    private static Set<String> names() {
        return SimulatedProfiles.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyKeyTellsWhatItIsInCanonicalFormButForOne(String name) {
        AuthenticatorInfo info = KeyInHand.named(name).info();
        assertEquals(name.equals("non-canonical"), info.deviations().contains("map keys out of order"));
        assertEquals(name.equals("non-canonical") ? 1 : 0, info.deviations().size(), info.deviations()::toString);
        assertEquals(Map.of(), info.unknown());
    }

    @Test
    void theDefaultKeyIsACompleteKeyOfVersion21() {
        AuthenticatorInfo info = KeyInHand.plain().info();
        assertEquals(
                List.of("credProtect", "credBlob", "largeBlobKey", "hmac-secret", "minPinLength"), info.extensions());
        for (Option option : List.of(
                Option.CREDENTIAL_MANAGEMENT,
                Option.AUTHENTICATOR_CONFIG,
                Option.LARGE_BLOBS,
                Option.SET_MIN_PIN_LENGTH,
                Option.PIN_UV_AUTH_TOKEN)) {
            assertTrue(info.has(option), option.id());
        }
        assertEquals(Optional.of(false), info.option(Option.ENTERPRISE_ATTESTATION));
        assertEquals(Optional.empty(), info.option(Option.USER_VERIFICATION));
    }

    @Test
    void theFullKeyTellsEverythingThatVersion23Knows() {
        AuthenticatorInfo info = KeyInHand.named("full").info();
        List<String> lacking = AuthenticatorInfo.FIELDS.stream()
                .filter(field -> !info.members().has(field))
                .map(Field::name)
                .toList();
        assertEquals(List.of(), lacking);
    }

    @ParameterizedTest
    @CsvSource({"fido20", "pre21", "proto1-only"})
    void anOldKeyHasNoTokenWithPermissions(String name) {
        KeyInHand key =
                new KeyInHand(SimulatedProfiles.named(name).orElseThrow().withPin(PIN));
        assertEquals(Optional.empty(), key.info().option(Option.PIN_UV_AUTH_TOKEN));
        PinClient client = new PinClient(key, 1);
        assertEquals(
                CtapStatus.INVALID_SUBCOMMAND, key.status(client.withPermissions(PIN, 1, Optional.of(Requests.RP))));
        assertEquals(CtapStatus.OK, key.status(client.legacy(PIN)));
    }

    @Test
    void aProtocolThatAKeyDoesNotListIsAnInvalidParameter() {
        KeyInHand key = KeyInHand.named("proto1-only");
        assertEquals(List.of(1), key.info().pinUvAuthProtocols());
        assertEquals(CtapStatus.INVALID_PARAMETER, key.status(ClientPin.getKeyAgreement(2)));
    }

    @Test
    void aKeyUnderFipsRulesWantsALongPinAndAlwaysUv() {
        KeyInHand key = KeyInHand.named("fips-nfc");
        assertTrue(key.info().has(Option.ALWAYS_UV));
        assertFalse(key.key.speaksU2f());
        assertEquals(CtapStatus.PIN_POLICY_VIOLATION, key.status(new PinClient(key, 2).set("1234567")));
        assertEquals(CtapStatus.OK, key.status(new PinClient(key, 2).set("12345678")));
    }

    @Test
    void aSlowKeyTakesASecondAndSaysThatItIsAtWork() {
        KeyInHand key = KeyInHand.named("slow");
        key.info();
        assertEquals(10, key.keepalives.size());
        assertTrue(key.keepalives.stream().allMatch(Keepalive.PROCESSING::equals));
        key.patience = 15;
        assertEquals(CtapStatus.KEEPALIVE_CANCEL, key.status(new GetInfo()));
    }

    @Test
    void whoHoldsThePersistentTokenKnowsTheKeyAgain() throws GeneralSecurityException {
        KeyInHand key =
                new KeyInHand(SimulatedProfiles.named("full").orElseThrow().withPin(PIN));
        PinClient client = new PinClient(key, 2);
        Secret token = client.token(client.withPermissions(PIN, 0x40, Optional.empty()));
        Bytes first = key.info().members().require(AuthenticatorInfo.ENC_IDENTIFIER);
        Bytes second = key.info().members().require(AuthenticatorInfo.ENC_IDENTIFIER);
        assertNotEquals(first, second);
        assertEquals(decrypt(token, "encIdentifier", first), decrypt(token, "encIdentifier", second));

        Bytes before = storeState(key, token);
        assertEquals(before, storeState(key, token));
        Requests.verified(key.send(verified(key)));
        assertNotEquals(before, storeState(key, token));
    }

    private static MakeCredential verified(KeyInHand key) {
        PinClient client = new PinClient(key, 2);
        return Requests.makeDiscoverable(Requests.USER)
                .with(client.proof(client.token(PIN, Requests.RP), Requests.HASH));
    }

    private static Bytes storeState(KeyInHand key, Secret token) throws GeneralSecurityException {
        return decrypt(
                token, "encCredStoreState", key.info().members().require(AuthenticatorInfo.ENC_CRED_STORE_STATE));
    }

    /** As a platform does it, with the JDK's own parts. */
    private static Bytes decrypt(Secret token, String info, Bytes encrypted) throws GeneralSecurityException {
        byte[] prk = hmac(new byte[32], token.expose());
        byte[] okm = hmac(prk, (info + '\u0001').getBytes(StandardCharsets.ISO_8859_1));
        Cipher aes = Cipher.getInstance("AES/CBC/NoPadding");
        aes.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(Arrays.copyOf(okm, 16), "AES"),
                new IvParameterSpec(encrypted.slice(0, 16).toArray()));
        return Bytes.of(aes.doFinal(encrypted.from(16).toArray()));
    }

    private static byte[] hmac(byte[] key, byte[] in) throws GeneralSecurityException {
        Mac hmac = Mac.getInstance("HmacSHA256");
        hmac.init(new SecretKeySpec(key, "HmacSHA256"));
        return hmac.doFinal(in);
    }
}
