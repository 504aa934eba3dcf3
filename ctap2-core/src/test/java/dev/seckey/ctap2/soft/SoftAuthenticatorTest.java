package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static dev.seckey.ctap2.soft.Requests.RP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.Reset;
import dev.seckey.ctap2.command.Selection;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftAuthenticatorTest {
    private KeyInHand key = KeyInHand.plain();

    @ParameterizedTest
    @CsvSource({
        "'',             INVALID_LENGTH",
        "00,             INVALID_COMMAND",
        "03,             INVALID_COMMAND",
        "05,             INVALID_COMMAND",
        "09,             INVALID_COMMAND",
        "0A,             INVALID_CBOR",
        "0AA0,           MISSING_PARAMETER",
        "0CA0,           INVALID_PARAMETER",
        "0DA0,           MISSING_PARAMETER",
        "40,             INVALID_COMMAND",
        "41,             INVALID_COMMAND",
        "FF,             INVALID_COMMAND",
        "01,             INVALID_CBOR",
        "01FF,           INVALID_CBOR",
        "01A0FF,         INVALID_CBOR",
        "01A0,           MISSING_PARAMETER",
        "0180,           CBOR_UNEXPECTED_TYPE",
        "01A10100,       CBOR_UNEXPECTED_TYPE",
        "02A0,           MISSING_PARAMETER",
        "06A0,           MISSING_PARAMETER",
        "06A10261,       INVALID_CBOR",
        "06A1026131,     CBOR_UNEXPECTED_TYPE"
    })
    void whatCannotBeReadGetsAStatus(String request, CtapStatus expected) {
        assertEquals(expected, CtapStatus.of(key.cbor(Bytes.fromHex(request)).at(0)));
    }

    @Test
    void aMessageLongerThanItSaysIsTooLarge() {
        int most = key.info().maxMsgSize();
        Bytes getInfo = Bytes.ofInts(0x04);
        assertEquals(
                CtapStatus.OK.number(),
                key.cbor(getInfo.plus(Bytes.of(new byte[most - 1]))).at(0));
        assertEquals(
                CtapStatus.REQUEST_TOO_LARGE.number(),
                key.cbor(getInfo.plus(Bytes.of(new byte[most]))).at(0));
    }

    @Test
    void itSaysWhatItIs() {
        AuthenticatorInfo info = key.info();
        assertEquals(List.of(), info.deviations());
        assertEquals(List.of("U2F_V2", "FIDO_2_0", "FIDO_2_1"), info.versions());
        assertEquals(KeyInHand.aaguid(), info.aaguid());
        assertEquals(List.of(2, 1), info.pinUvAuthProtocols());
        assertEquals(Optional.of(false), info.option(Option.CLIENT_PIN));
        assertTrue(info.has(Option.PIN_UV_AUTH_TOKEN));
        assertEquals(Optional.of(false), info.option(Option.ALWAYS_UV));
    }

    @Test
    void u2fIsNotListedWhereItIsNotSpoken() {
        key = new KeyInHand(KeyInHand.profile().with(Feature.ALWAYS_UV_ON));
        assertEquals(List.of("FIDO_2_0", "FIDO_2_1"), key.info().versions());
        assertTrue(key.info().has(Option.ALWAYS_UV));
        assertFalse(key.key.speaksU2f());

        key = new KeyInHand(KeyInHand.profile().without(Feature.U2F));
        assertEquals(List.of("FIDO_2_0", "FIDO_2_1"), key.info().versions());
        assertFalse(key.key.speaksU2f());
    }

    @Test
    void aKeyWithoutCtap2SaysSo() {
        assertTrue(key.key.speaksCtap2());
        assertFalse(new KeyInHand(KeyInHand.profile().without(Feature.CTAP2)).key.speaksCtap2());
    }

    @Test
    void selectionIsOnlyATouch() {
        key = KeyInHand.withPin();
        assertEquals(CtapStatus.OK, key.status(new Selection()));
    }

    @Test
    void resetIsTakenForTenSecondsAfterPowerUp() {
        key.time.advance(10_000);
        assertEquals(CtapStatus.OK, key.status(new Reset()));
        key.time.advance(1);
        assertEquals(CtapStatus.NOT_ALLOWED, key.status(new Reset()));
        assertEquals(List.of(), key.keepalives);

        key.key.powerCycle();
        assertEquals(CtapStatus.OK, key.status(new Reset()));
    }

    @Test
    void whereTestsWantItAResetIsTakenAtAnyTime() {
        key = new KeyInHand(KeyInHand.profile().with(Feature.RESET_ANY_TIME));
        key.time.advance(60_000);
        assertEquals(CtapStatus.OK, key.status(new Reset()));
    }

    @Test
    void aKeyThatSaysWhereItIsResetRefusesElsewhere() {
        key = KeyInHand.named("full");
        assertEquals(Optional.of(List.of("usb")), key.info().members().find(AuthenticatorInfo.TRANSPORTS_FOR_RESET));
        key.transport = "nfc";
        assertEquals(CtapStatus.OPERATION_DENIED, key.status(new Reset()));
        key.transport = "usb";
        assertEquals(CtapStatus.OK, key.status(new Reset()));

        key = KeyInHand.plain();
        key.transport = "nfc";
        assertEquals(CtapStatus.OK, key.status(new Reset()));
    }

    @Test
    void withoutATouchResetForgetsNothing() {
        key = KeyInHand.withPin();
        key.user = UserPresence.REFUSES;
        assertEquals(CtapStatus.OPERATION_DENIED, key.status(new Reset()));
        assertTrue(key.info().has(Option.CLIENT_PIN));
    }

    @Test
    void resetForgetsThePinItsTriesTheTokenAndEveryCredential() {
        Bytes wrapped = Requests.verified(key.send(Requests.make())).credentialId();
        Bytes discoverable = Requests.verified(key.send(Requests.makeDiscoverable(Requests.USER)))
                .credentialId();
        PinClient client = new PinClient(key, 2);
        key.send(client.set(PIN));
        key.status(client.legacy("4321"));
        var token = client.token(PIN, RP);
        var agreed = client.keyAgreement();

        assertEquals(CtapStatus.OK, key.status(new Reset()));

        assertEquals(Optional.of(false), key.info().option(Option.CLIENT_PIN));
        assertEquals(8, client.retries());
        assertFalse(agreed.equals(client.keyAgreement()));
        assertEquals(CtapStatus.NO_CREDENTIALS, key.status(Requests.get(wrapped)));
        assertEquals(CtapStatus.NO_CREDENTIALS, key.status(Requests.get(discoverable)));
        assertEquals(CtapStatus.NO_CREDENTIALS, key.status(Requests.get()));
        assertEquals(
                CredentialStore.CAPACITY,
                key.info().members().require(AuthenticatorInfo.REMAINING_DISCOVERABLE_CREDENTIALS));
        assertEquals(1, key.send(Requests.make()).authData().signCount());
        key.send(client.set(PIN));
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(Requests.get().with(client.proof(token, Requests.HASH))));
    }

    @Test
    void resetUnblocksABlockedKeyAndItsPinIsGone() {
        key = new KeyInHand(KeyInHand.profile().with(PinSettings.NONE.with(PIN).withRetries(0)));
        assertEquals(CtapStatus.PIN_BLOCKED, key.status(new PinClient(key, 2).legacy(PIN)));
        key.send(new Reset());
        assertEquals(CtapStatus.PIN_NOT_SET, key.status(new PinClient(key, 2).legacy(PIN)));
        key.send(new PinClient(key, 2).set(PIN));
        assertEquals(CtapStatus.OK, key.status(new PinClient(key, 2).legacy(PIN)));
    }

    @Test
    void powerUpKeepsThePinAndTheCredentials() {
        Bytes discoverable = Requests.verified(key.send(Requests.makeDiscoverable(Requests.USER)))
                .credentialId();
        key.send(new PinClient(key, 2).set(PIN));
        key.key.powerCycle();
        assertTrue(key.info().has(Option.CLIENT_PIN));
        assertEquals(CtapStatus.OK, key.status(Requests.get(discoverable)));
    }
}
