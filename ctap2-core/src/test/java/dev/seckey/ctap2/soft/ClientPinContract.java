package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CTAP 2.3 §6.5.5, once for each PIN/UV auth protocol. */
abstract class ClientPinContract {
    private static final String WRONG = "4321";
    private static final String RP = "example.org";
    private static final int BOTH = Permission.bits(Set.of(Permission.MAKE_CREDENTIAL, Permission.GET_ASSERTION));

    private final int protocol;

    private KeyInHand key = KeyInHand.withPin();

    ClientPinContract(int protocol) {
        this.protocol = protocol;
    }

    private PinClient client() {
        return new PinClient(key, protocol);
    }

    private CtapStatus tryPin(String pin) {
        return key.status(client().withPermissions(pin, BOTH, Optional.of(RP)));
    }

    @Test
    void aPinIsSetOnceAndOpensTheKey() {
        key = KeyInHand.plain();
        assertEquals(Optional.of(false), key.info().option(Option.CLIENT_PIN));

        assertEquals(CtapStatus.OK, key.status(client().set(PIN)));

        assertEquals(Optional.of(true), key.info().option(Option.CLIENT_PIN));
        assertEquals(CtapStatus.OK, tryPin(PIN));
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(client().set("5678")));
        assertEquals(CtapStatus.OK, tryPin(PIN));
    }

    /** Length is counted in code points, not in bytes or UTF-16. */
    @ParameterizedTest
    @CsvSource({
        "123,        PIN_POLICY_VIOLATION",
        "'',         PIN_POLICY_VIOLATION",
        "ééé,        PIN_POLICY_VIOLATION",
        "😀😀😀,     PIN_POLICY_VIOLATION",
        "1234,       OK",
        "éééé,       OK",
        "😀😀😀😀,   OK",
        "123456789012345678901234567890123456789012345678901234567890123,  OK",
        "1234567890123456789012345678901234567890123456789012345678901234, PIN_POLICY_VIOLATION"
    })
    void aNewPinHasFourCharactersAndAtMost63Bytes(String pin, CtapStatus expected) {
        key = KeyInHand.plain();
        assertEquals(expected, key.status(client().set(pin)));
        assertEquals(Optional.of(expected == CtapStatus.OK), key.info().option(Option.CLIENT_PIN));
    }

    @Test
    void aNewPinIsPaddedTo64Bytes() {
        key = KeyInHand.plain();
        byte[] padded = new byte[48];
        System.arraycopy(new byte[] {'1', '2', '3', '4'}, 0, padded, 0, 4);
        assertEquals(CtapStatus.INVALID_PARAMETER, key.status(client().setPadded(padded)));
    }

    @Test
    void aNewPinThatCannotBeDecryptedIsNotAuthenticated() {
        key = KeyInHand.plain();
        PinClient client = client();
        client.set(PIN);
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(client.setEncrypted(Bytes.of(new byte[63]))));
    }

    @Test
    void aNewPinWithAWrongParameterIsNotSet() {
        key = KeyInHand.plain();
        ClientPin right = client().set(PIN);
        Bytes wrong = right.pinUvAuthParam().orElseThrow().slice(0, 15);
        ClientPin request = ClientPin.setPin(
                protocol, right.keyAgreement().orElseThrow(), right.newPinEnc().orElseThrow(), wrong);
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(request));
        assertEquals(Optional.of(false), key.info().option(Option.CLIENT_PIN));
    }

    @Test
    void aPinIsChangedByWhoKnowsIt() {
        assertEquals(CtapStatus.OK, key.status(client().change(PIN, "56789")));
        assertEquals(CtapStatus.PIN_INVALID, tryPin(PIN));
        assertEquals(CtapStatus.OK, tryPin("56789"));
    }

    @Test
    void aWrongPinChangesNothingAndCostsATry() {
        assertEquals(CtapStatus.PIN_INVALID, key.status(client().change(WRONG, "56789")));
        assertEquals(7, client().retries());
        assertEquals(CtapStatus.OK, tryPin(PIN));
    }

    @Test
    void aPinThatIsTooShortChangesNothingButProvesTheOldOne() {
        tryPin(WRONG);
        assertEquals(CtapStatus.PIN_POLICY_VIOLATION, key.status(client().change(PIN, "123")));
        assertEquals(8, client().retries());
        assertEquals(CtapStatus.OK, tryPin(PIN));
    }

    @Test
    void withoutAPinThereIsNothingToChangeAndNoToken() {
        key = KeyInHand.plain();
        assertEquals(CtapStatus.PIN_NOT_SET, key.status(client().change(PIN, "56789")));
        assertEquals(CtapStatus.PIN_NOT_SET, key.status(client().legacy(PIN)));
        assertEquals(CtapStatus.PIN_NOT_SET, tryPin(PIN));
        assertEquals(8, client().retries());
    }

    @Test
    void threeWrongPinsInARowLockTheKeyUntilItIsReinserted() {
        assertEquals(CtapStatus.PIN_INVALID, tryPin(WRONG));
        assertEquals(CtapStatus.PIN_INVALID, tryPin(WRONG));
        assertFalse(client().powerCycleNeeded());
        assertEquals(CtapStatus.PIN_AUTH_BLOCKED, tryPin(WRONG));
        assertTrue(client().powerCycleNeeded());
        assertEquals(CtapStatus.PIN_AUTH_BLOCKED, tryPin(PIN));
        assertEquals(CtapStatus.PIN_AUTH_BLOCKED, key.status(client().legacy(PIN)));
        assertEquals(CtapStatus.PIN_AUTH_BLOCKED, key.status(client().change(PIN, "56789")));
        assertEquals(5, client().retries());

        key.key.powerCycle();

        assertFalse(client().powerCycleNeeded());
        assertEquals(5, client().retries());
        assertEquals(CtapStatus.OK, tryPin(PIN));
        assertEquals(8, client().retries());
    }

    @Test
    void theRightPinBetweenWrongOnesGivesAllTriesBack() {
        tryPin(WRONG);
        tryPin(WRONG);
        assertEquals(CtapStatus.OK, tryPin(PIN));
        assertEquals(CtapStatus.PIN_INVALID, tryPin(WRONG));
        assertEquals(CtapStatus.PIN_INVALID, tryPin(WRONG));
        assertEquals(6, client().retries());
    }

    @Test
    void eightWrongPinsBlockItForGood() {
        for (int tries = 1; tries < 8; tries++) {
            tryPin(WRONG);
            key.key.powerCycle();
        }
        assertEquals(1, client().retries());
        assertEquals(CtapStatus.PIN_BLOCKED, tryPin(WRONG));
        assertEquals(0, client().retries());

        key.key.powerCycle();

        assertEquals(CtapStatus.PIN_BLOCKED, tryPin(PIN));
        assertEquals(CtapStatus.PIN_BLOCKED, key.status(client().legacy(PIN)));
        assertEquals(CtapStatus.PIN_BLOCKED, key.status(client().change(PIN, "56789")));
    }

    /** So a reader that is pulled out in the middle of a comparison gains nothing. */
    @Test
    void aTryIsTakenBeforeTheComparison() {
        PinStore pin = new PinStore();
        pin.set(PIN.getBytes(StandardCharsets.US_ASCII));
        pin.takeTry();
        assertEquals(7, pin.retries());
        assertFalse(pin.matches(Bytes.of(new byte[16])));
        assertEquals(7, pin.retries());
        pin.matched();
        assertEquals(8, pin.retries());
    }

    @Test
    void aPinHashThatCannotBeDecryptedIsAWrongPin() {
        ClientPin right = client().legacy(PIN);
        ClientPin garbled = ClientPin.getPinToken(protocol, right.keyAgreement().orElseThrow(), Bytes.ofInts(1, 2, 3));
        assertEquals(CtapStatus.PIN_INVALID, key.status(garbled));
        assertEquals(7, client().retries());
    }

    @Test
    void theKeyAgreementKeyIsAnotherAfterAWrongPinAndAfterPowerUp() {
        CoseKey first = client().keyAgreement();
        assertEquals(CtapStatus.OK, tryPin(PIN));
        assertEquals(first, client().keyAgreement());

        tryPin(WRONG);
        CoseKey second = client().keyAgreement();
        assertNotEquals(first, second);

        key.key.powerCycle();
        assertNotEquals(second, client().keyAgreement());
    }

    @Test
    void aRequestThatAgreedBeforeAWrongPinIsWorthless() {
        ClientPin early = client().change(PIN, "56789");
        tryPin(WRONG);
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(early));
        assertEquals(7, client().retries());
    }

    @ParameterizedTest(name = "permissions {0} for {1}: {2}")
    @CsvSource({
        "1,  example.org, OK",
        "2,  example.org, OK",
        "3,  example.org, OK",
        "0,  example.org, INVALID_PARAMETER",
        "1,  ,            OK",
        "2,  ,            OK",
        "4,  example.org, OK",
        "4,  ,            OK",
        "5,  example.org, OK",
        "5,  ,            OK",
        "16, ,            OK",
        "32, ,            OK",
        "8,  ,            UNAUTHORIZED_PERMISSION",
        "64, ,            UNAUTHORIZED_PERMISSION",
        "128, ,           OK",
        "136, ,           UNAUTHORIZED_PERMISSION"
    })
    void permissionsAreThoseThatTheKeyCanGrant(int permissions, String rpId, CtapStatus expected) {
        ClientPin request = client().withPermissions(PIN, permissions, Optional.ofNullable(rpId));
        assertEquals(expected, key.status(request));
        assertEquals(8, client().retries(), "none of these costs a try");
    }

    @Test
    void aLegacyTokenTakesNoPermissionsAndNoRelyingParty() {
        ClientPin plain = client().legacy(PIN);
        assertEquals(CtapStatus.INVALID_PARAMETER, key.status(with(plain, Optional.of(1), Optional.empty())));
        assertEquals(CtapStatus.INVALID_PARAMETER, key.status(with(plain, Optional.empty(), Optional.of(RP))));
    }

    private static ClientPin with(ClientPin request, Optional<Integer> permissions, Optional<String> rpId) {
        return new ClientPin(
                request.subCommand(),
                request.pinUvAuthProtocol(),
                request.keyAgreement(),
                request.pinUvAuthParam(),
                request.newPinEnc(),
                request.pinHashEnc(),
                permissions,
                rpId);
    }

    @Test
    void everyTokenHas32BytesAndIsAnother() {
        PinClient client = client();
        Secret first = client.token(client.legacy(PIN));
        Secret second = client.token(PIN, RP);
        assertEquals(32, first.size());
        assertEquals(32, second.size());
        assertFalse(first.matches(second.expose()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("incomplete")
    void whatIsMissingIsToldFirst(String what, UnaryOperator<ClientPin> without) {
        for (ClientPin whole : new ClientPin[] {
            client().set(PIN),
            client().change(PIN, "56789"),
            client().legacy(PIN),
            client().withPermissions(PIN, 1, Optional.of(RP))
        }) {
            ClientPin less = without.apply(whole);
            if (!less.equals(whole)) {
                assertEquals(CtapStatus.MISSING_PARAMETER, key.status(less), less.toString());
            }
        }
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                without("pinUvAuthProtocol", 1),
                without("keyAgreement", 3),
                without("pinUvAuthParam", 4),
                without("newPinEnc", 5),
                without("pinHashEnc", 6),
                without("permissions", 9));
    }

    private static Arguments without(String what, int member) {
        UnaryOperator<ClientPin> less = whole -> new ClientPin(
                whole.subCommand(),
                whole.pinUvAuthProtocol().filter(value -> member != 1),
                whole.keyAgreement().filter(value -> member != 3),
                whole.pinUvAuthParam().filter(value -> member != 4),
                whole.newPinEnc().filter(value -> member != 5),
                whole.pinHashEnc().filter(value -> member != 6),
                whole.permissions().filter(value -> member != 9),
                whole.rpId());
        return Arguments.of(what, less);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void anUnknownProtocolIsRefused(int unknown) {
        assertEquals(CtapStatus.INVALID_PARAMETER, key.status(ClientPin.getKeyAgreement(unknown)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, 7, 8, 10, 255})
    void anUnknownSubcommandIsRefused(int sub) {
        ClientPin request = new ClientPin(
                sub,
                Optional.of(protocol),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertEquals(CtapStatus.INVALID_SUBCOMMAND, key.status(request));
    }
}
