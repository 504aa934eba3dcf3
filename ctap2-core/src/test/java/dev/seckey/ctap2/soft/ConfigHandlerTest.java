package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static dev.seckey.ctap2.soft.Requests.HASH;
import static dev.seckey.ctap2.soft.Requests.RP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.AuthenticatorConfig;
import dev.seckey.ctap2.command.AuthenticatorConfig.Sub;
import dev.seckey.ctap2.command.MakeCredential;
import dev.seckey.ctap2.command.PinUvAuth;
import dev.seckey.ctap2.command.Reset;
import dev.seckey.ctap2.extension.Extensions;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.Secret;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** CTAP 2.3 §6.11. */
class ConfigHandlerTest {
    private KeyInHand key = KeyInHand.plain();

    private static AuthenticatorConfig of(Sub sub) {
        return AuthenticatorConfig.of(sub, CborMap.EMPTY);
    }

    private static AuthenticatorConfig minLength(int codePoints) {
        return pinRules(CborMap.builder().put(AuthenticatorConfig.NEW_MIN_PIN_LENGTH, codePoints));
    }

    private static AuthenticatorConfig pinRules(CborMap.Builder params) {
        return AuthenticatorConfig.of(Sub.SET_MIN_PIN_LENGTH, params.build());
    }

    private static AuthenticatorConfig forceChange() {
        return pinRules(CborMap.builder().put(AuthenticatorConfig.FORCE_CHANGE_PIN, true));
    }

    private AuthenticatorConfig proved(AuthenticatorConfig request) {
        PinClient client = new PinClient(key, 2);
        int permission = Permission.AUTHENTICATOR_CONFIGURATION.bit();
        Secret token = client.token(client.withPermissions(PIN, permission, Optional.empty()));
        return request.with(client.proof(token, request.authenticated()));
    }

    private CtapStatus permissions(String pin) {
        return key.status(new PinClient(key, 2).withPermissions(pin, 1, Optional.of(RP)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Sub.class,
            names = {"ENABLE_ENTERPRISE_ATTESTATION", "TOGGLE_ALWAYS_UV", "SET_MIN_PIN_LENGTH"})
    void aKeyWithoutAPinIsConfiguredByAnybodyAndOneWithAPinByItsOwner(Sub sub) {
        assertEquals(CtapStatus.OK, key.status(of(sub)));

        key = KeyInHand.withPin();
        assertEquals(CtapStatus.PUAT_REQUIRED, key.status(of(sub)));
        assertEquals(CtapStatus.MISSING_PARAMETER, key.status(of(sub).with(new PinUvAuth(HASH, 0))));
        assertEquals(CtapStatus.INVALID_PARAMETER, key.status(of(sub).with(new PinUvAuth(HASH, 3))));
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(of(sub).with(new PinUvAuth(HASH, 2))));
        PinClient client = new PinClient(key, 2);
        Secret another = client.token(client.withPermissions(PIN, 4, Optional.empty()));
        assertEquals(
                CtapStatus.PIN_AUTH_INVALID, key.status(of(sub).with(client.proof(another, of(sub).authenticated()))));
        assertEquals(CtapStatus.OK, key.status(proved(of(sub))));
    }

    @Test
    void underAlwaysUvWithoutAPinOnlyTheWayOutIsFree() {
        key.send(of(Sub.TOGGLE_ALWAYS_UV));
        assertTrue(key.info().has(Option.ALWAYS_UV));
        assertFalse(key.key.speaksU2f());
        assertEquals(CtapStatus.PUAT_REQUIRED, key.status(of(Sub.ENABLE_ENTERPRISE_ATTESTATION)));
        assertEquals(CtapStatus.OK, key.status(of(Sub.TOGGLE_ALWAYS_UV)));
        assertEquals(Optional.of(false), key.info().option(Option.ALWAYS_UV));
    }

    @Test
    void alwaysUvThatIsFixedStays() {
        key = new KeyInHand(KeyInHand.profile().with(Feature.ALWAYS_UV_FIXED));
        assertEquals(CtapStatus.OPERATION_DENIED, key.status(of(Sub.TOGGLE_ALWAYS_UV)));
        assertTrue(key.info().has(Option.ALWAYS_UV));
        key.send(new Reset());
        assertTrue(key.info().has(Option.ALWAYS_UV));
    }

    @Test
    void theMinimumLengthOnlyGrows() {
        assertEquals(CtapStatus.OK, key.status(minLength(8)));
        assertEquals(8, key.info().minPinLength());
        assertEquals(CtapStatus.OK, key.status(minLength(8)));
        assertEquals(CtapStatus.PIN_POLICY_VIOLATION, key.status(minLength(7)));
        assertEquals(CtapStatus.PIN_POLICY_VIOLATION, key.status(minLength(64)));
        assertEquals(CtapStatus.PIN_POLICY_VIOLATION, key.status(new PinClient(key, 2).set("1234567")));
        assertEquals(CtapStatus.OK, key.status(new PinClient(key, 2).set("12345678")));
        key.send(new Reset());
        assertEquals(4, key.info().minPinLength());
    }

    @Test
    void aPinThatHasBecomeTooShortMustBeChanged() {
        key = KeyInHand.withPin();
        key.send(proved(minLength(4)));
        assertFalse(key.info().forcePinChange());
        key.send(proved(minLength(6)));
        assertTrue(key.info().forcePinChange());
    }

    @Test
    void whileAChangeIsForcedTheRightPinOpensNothing() {
        key = KeyInHand.withPin();
        key.send(proved(forceChange()));
        assertTrue(key.info().forcePinChange());
        assertEquals(CtapStatus.PIN_POLICY_VIOLATION, permissions(PIN));
        assertEquals(CtapStatus.PIN_INVALID, key.status(new PinClient(key, 2).legacy(PIN)));
        assertEquals(8, new PinClient(key, 2).retries());
        assertEquals(CtapStatus.PIN_INVALID, permissions("4321"));
        assertEquals(CtapStatus.PIN_POLICY_VIOLATION, key.status(new PinClient(key, 2).change(PIN, PIN)));

        assertEquals(CtapStatus.OK, key.status(new PinClient(key, 2).change(PIN, "9753")));
        assertFalse(key.info().forcePinChange());
        assertEquals(CtapStatus.OK, permissions("9753"));
    }

    @Test
    void withoutAPinNoChangeCanBeForced() {
        assertEquals(CtapStatus.PIN_NOT_SET, key.status(forceChange()));
    }

    @Test
    void moreRelyingPartiesThanThereIsRoomForAreRefused() {
        List<String> five = List.of("a", "b", "c", "d", "e");
        CborMap.Builder params = CborMap.builder().put(AuthenticatorConfig.MIN_PIN_LENGTH_RPIDS, five);
        assertEquals(CtapStatus.KEY_STORE_FULL, key.status(pinRules(params)));
        assertEquals(4, key.info().members().require(AuthenticatorInfo.MAX_RPIDS_FOR_SET_MIN_PIN_LENGTH));
    }

    @ParameterizedTest
    @CsvSource({
        "1111,   PIN_POLICY_VIOLATION",
        "123456, PIN_POLICY_VIOLATION",
        "98765,  PIN_POLICY_VIOLATION",
        "abcdef, PIN_POLICY_VIOLATION",
        "1357,   OK",
        "123457, OK"
    })
    void theComplexityPolicyRefusesSimplePins(String pin, CtapStatus expected) {
        key = KeyInHand.named("full");
        key.send(pinRules(CborMap.builder().put(AuthenticatorConfig.PIN_COMPLEXITY_POLICY, true)));
        assertTrue(key.info().members().require(AuthenticatorInfo.PIN_COMPLEXITY_POLICY));
        assertEquals(expected, key.status(new PinClient(key, 2).set(pin)));
    }

    @Test
    void withoutThatFeatureThePolicyIsAnInvalidParameter() {
        assertEquals(
                CtapStatus.INVALID_PARAMETER,
                key.status(pinRules(CborMap.builder().put(AuthenticatorConfig.PIN_COMPLEXITY_POLICY, true))));
    }

    @Test
    void aResetCanBeMadeToWantALongTouch() {
        assertEquals(CtapStatus.INVALID_SUBCOMMAND, key.status(of(Sub.ENABLE_LONG_TOUCH_FOR_RESET)));
        key = KeyInHand.named("full");
        key.send(of(Sub.ENABLE_LONG_TOUCH_FOR_RESET));
        assertTrue(key.info().members().require(AuthenticatorInfo.LONG_TOUCH_FOR_RESET));
        key.send(new Reset());
        assertEquals(50, key.keepalives.size());
        assertFalse(key.info().members().require(AuthenticatorInfo.LONG_TOUCH_FOR_RESET));
    }

    @Test
    void theMakersOwnCommandIsTheOneThatGetInfoNames() {
        key = KeyInHand.named("full");
        BigInteger known = key.info()
                .members()
                .require(AuthenticatorInfo.VENDOR_PROTOTYPE_CONFIG_COMMANDS)
                .get(0);
        assertEquals(CtapStatus.OK, key.status(vendor(known)));
        assertEquals(CtapStatus.INVALID_SUBCOMMAND, key.status(vendor(known.add(BigInteger.ONE))));
        assertEquals(CtapStatus.MISSING_PARAMETER, key.status(of(Sub.VENDOR_PROTOTYPE)));
    }

    private static AuthenticatorConfig vendor(BigInteger command) {
        return AuthenticatorConfig.of(
                Sub.VENDOR_PROTOTYPE,
                CborMap.builder()
                        .put(AuthenticatorConfig.VENDOR_COMMAND_ID, command)
                        .build());
    }

    @Test
    void anEmptyListOfRelyingPartiesChangesNothing() {
        key.send(pinRules(CborMap.builder().put(AuthenticatorConfig.MIN_PIN_LENGTH_RPIDS, List.of(RP))));
        key.send(pinRules(CborMap.builder().put(AuthenticatorConfig.MIN_PIN_LENGTH_RPIDS, List.of())));
        MakeCredential asking = Requests.with(
                Requests.make(),
                CborMap.builder().put(Extensions.MIN_PIN_LENGTH, true).build());
        assertTrue(key.send(asking).authData().extensions().isPresent());
    }

    @Test
    void theSubcommandsThatItHasAreListed() {
        assertEquals(
                List.of(1, 2, 3, 4, 255),
                KeyInHand.named("full").info().members().require(AuthenticatorInfo.AUTHENTICATOR_CONFIG_COMMANDS));
        assertEquals(CtapStatus.INVALID_SUBCOMMAND, key.status(of(Sub.VENDOR_PROTOTYPE)));
    }
}
