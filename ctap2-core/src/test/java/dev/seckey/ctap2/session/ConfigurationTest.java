package dev.seckey.ctap2.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.ReadBackFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.pinuv.PinUvAuthProtocol;
import dev.seckey.ctap2.pinuv.Secret;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** CTAP 2.3 §6.11, the careful client's side: a key that says it did what it was told, and did not, unless it is told. */
class ConfigurationTest {
    private static final String TOGGLE = "0d/02";
    private static final String SET_MIN_PIN_LENGTH = "0d/03";

    private int tokens;

    private static WatchedKey configurable(WatchedKey key) {
        WatchedKey able = key.with(Option.AUTHENTICATOR_CONFIG, true)
                .with(Option.SET_MIN_PIN_LENGTH, true)
                .with(Option.ALWAYS_UV, false)
                .with(Option.ENTERPRISE_ATTESTATION, false)
                .saying(info -> info.toBuilder()
                        .put(AuthenticatorInfo.LONG_TOUCH_FOR_RESET, false)
                        .put(AuthenticatorInfo.PIN_COMPLEXITY_POLICY, false)
                        .put(AuthenticatorInfo.MAX_RPIDS_FOR_SET_MIN_PIN_LENGTH, 2)
                        .build());
        return able.answering("0d/01", CtapStatus.OK)
                .answering(TOGGLE, CtapStatus.OK)
                .answering(SET_MIN_PIN_LENGTH, CtapStatus.OK)
                .answering("0d/04", CtapStatus.OK);
    }

    /** Of CTAP 2.0, which knows no settings. */
    private static WatchedKey old() {
        return new WatchedKey(SimulatedProfiles.named("fido20").orElseThrow());
    }

    private static WatchedKey fresh() {
        return configurable(WatchedKey.plain());
    }

    private static WatchedKey withPin() {
        return configurable(WatchedKey.withPin());
    }

    /** Over a key in whose answers the change is seen only if the test arranges it. */
    private Configuration of(WatchedKey key) {
        return new Configuration(key.session(), () -> {
            tokens++;
            return new PinUvAuthToken(PinUvAuthProtocol.of(2).orElseThrow(), Secret.copyOf(new byte[32]));
        });
    }

    private static void fault(Reason reason, WatchedKey key, Function<Configuration, Optional<Change>> look) {
        Configuration configuration = new Configuration(key.session(), () -> {
            throw new AssertionError("a token was asked for");
        });
        Fault fault = assertThrows(Fault.class, () -> look.apply(configuration));
        assertEquals(reason, fault.reason(), fault.getMessage());
        assertEquals(List.of(), key.deeds());
    }

    /** Whether the change is found to be made once the key says so from then on. */
    private void made(WatchedKey key, Function<Configuration, Optional<Change>> look, Runnable keySaysSo) {
        Change change = look.apply(of(key)).orElseThrow();
        keySaysSo.run();
        change.apply();
    }

    @Test
    void whatIsSoAlreadyNeedsNoChange() {
        WatchedKey key = withPin()
                .with(Option.ALWAYS_UV, true)
                .with(Option.ENTERPRISE_ATTESTATION, true)
                .wantingNewPin()
                .saying(info -> info.toBuilder()
                        .put(AuthenticatorInfo.LONG_TOUCH_FOR_RESET, true)
                        .put(AuthenticatorInfo.PIN_COMPLEXITY_POLICY, true)
                        .build());
        Configuration configuration = of(key);
        assertEquals(Optional.empty(), configuration.alwaysUv(true));
        assertEquals(Optional.empty(), configuration.enterpriseAttestation());
        assertEquals(Optional.empty(), configuration.forcePinChange());
        assertEquals(Optional.empty(), configuration.longTouchForReset());
        assertEquals(Optional.empty(), configuration.pinComplexity());
        assertEquals(Optional.empty(), configuration.minPinLength(4, List.of()));
        assertEquals(Optional.empty(), of(withPin()).alwaysUv(false));
        assertEquals(List.of(), key.deeds());
    }

    @Test
    void lookingSendsNothingAndAsksForNoToken() {
        WatchedKey key = withPin();
        Change change = of(key).alwaysUv(true).orElseThrow();
        assertEquals(List.of(), key.deeds());
        assertEquals(0, tokens);
        assertTrue(change.description().startsWith("always-UV: off, becomes on"));
    }

    @Test
    void aToggleIsSentOnceAndReadBack() {
        WatchedKey key = withPin();
        made(key, configuration -> configuration.alwaysUv(true), () -> key.with(Option.ALWAYS_UV, true));
        assertEquals(List.of(TOGGLE), key.deeds());
        assertEquals("04", key.sent().get(key.sent().size() - 1));
    }

    @Test
    void aToggleThatDidNothingIsFoundOutAndNotRepeated() {
        WatchedKey key = withPin();
        Change change = of(key).alwaysUv(true).orElseThrow();
        assertThrows(ReadBackFault.class, change::apply);
        assertEquals(List.of(TOGGLE), key.deeds());
    }

    @Test
    void whateverOnlyAnswersThatItWasDoneIsFoundOut() {
        List<Function<Configuration, Optional<Change>>> all = List.of(
                Configuration::enterpriseAttestation,
                Configuration::longTouchForReset,
                Configuration::pinComplexity,
                Configuration::forcePinChange,
                configuration -> configuration.minPinLength(8, List.of()));
        for (Function<Configuration, Optional<Change>> look : all) {
            Change change = look.apply(of(withPin())).orElseThrow();
            assertThrows(ReadBackFault.class, change::apply, change.description());
        }
    }

    @Test
    void onlyWhatAResetAloneTakesBackIsPermanent() {
        Configuration configuration = of(withPin());
        assertTrue(configuration.enterpriseAttestation().orElseThrow().permanent());
        assertTrue(configuration.longTouchForReset().orElseThrow().permanent());
        assertTrue(configuration.pinComplexity().orElseThrow().permanent());
        assertTrue(configuration.minPinLength(8, List.of()).orElseThrow().permanent());
        assertFalse(configuration.alwaysUv(true).orElseThrow().permanent());
        assertFalse(configuration.forcePinChange().orElseThrow().permanent());
    }

    @Test
    void aKeyWithoutUserVerificationIsAskedWithoutAToken() {
        WatchedKey key = fresh();
        made(key, configuration -> configuration.alwaysUv(true), () -> key.with(Option.ALWAYS_UV, true));
        assertEquals(0, tokens);
    }

    @Test
    void underAlwaysUvAKeyWithoutPinIsAskedWithoutATokenOnlyForTheToggle() {
        WatchedKey key = fresh().with(Option.ALWAYS_UV, true);
        made(key, configuration -> configuration.alwaysUv(false), () -> key.with(Option.ALWAYS_UV, false));
        assertEquals(0, tokens);

        WatchedKey other = fresh().with(Option.ALWAYS_UV, true);
        made(other, Configuration::enterpriseAttestation, () -> other.with(Option.ENTERPRISE_ATTESTATION, true));
        assertEquals(1, tokens);
    }

    @Test
    void aKeyWithAPinWantsAToken() {
        WatchedKey key = withPin();
        made(key, Configuration::enterpriseAttestation, () -> key.with(Option.ENTERPRISE_ATTESTATION, true));
        assertEquals(1, tokens);
    }

    @Test
    void theMinimumOnlyGrows() {
        WatchedKey key = withPin().saying(info -> minPinLength(info, 8));
        fault(Reason.PIN_POLICY_VIOLATION, key, configuration -> configuration.minPinLength(6, List.of()));
    }

    @Test
    void aMinimumAboveTheKeysMaximumIsNotSent() {
        WatchedKey key = withPin()
                .saying(info -> info.toBuilder()
                        .put(AuthenticatorInfo.MAX_PIN_LENGTH, 10)
                        .build());
        fault(Reason.PIN_POLICY_VIOLATION, key, configuration -> configuration.minPinLength(11, List.of()));
    }

    @Test
    void relyingPartiesAreAChangeOfTheirOwnSinceTheyCannotBeReadBack() {
        WatchedKey key = withPin();
        Change change = of(key).minPinLength(4, List.of("nhs.uk")).orElseThrow();
        change.apply();
        assertEquals(List.of(SET_MIN_PIN_LENGTH), key.deeds());
        assertFalse(change.permanent());
    }

    @Test
    void moreRelyingPartiesThanTheKeyHasRoomForAreNotSent() {
        fault(
                Reason.UNSUPPORTED,
                withPin(),
                configuration -> configuration.minPinLength(8, List.of("a.example", "b.example", "c.example")));
    }

    @Test
    void aChangeOfNoPinCannotBeForced() {
        fault(Reason.PIN_NOT_SET, fresh(), Configuration::forcePinChange);
    }

    @Test
    void whatTheKeyDoesNotHaveIsNotSent() {
        fault(Reason.UNSUPPORTED, old(), configuration -> configuration.alwaysUv(true));
        fault(Reason.UNSUPPORTED, old(), Configuration::enterpriseAttestation);
        fault(Reason.UNSUPPORTED, old(), Configuration::longTouchForReset);
        fault(Reason.UNSUPPORTED, old(), Configuration::pinComplexity);
        fault(Reason.UNSUPPORTED, old(), Configuration::forcePinChange);
        fault(
                Reason.UNSUPPORTED,
                withPin().with(Option.SET_MIN_PIN_LENGTH, false),
                configuration -> configuration.minPinLength(8, List.of()));
    }

    /** CTAP 2.3: authenticatorConfigCommands says which subcommands there are. */
    @Test
    void aLongTouchIsNotAskedOfAKeyThatDoesNotListTheCommand() {
        WatchedKey key = withPin()
                .saying(info -> info.toBuilder()
                        .put(AuthenticatorInfo.AUTHENTICATOR_CONFIG_COMMANDS, List.of(1, 2, 3))
                        .build());
        fault(Reason.UNSUPPORTED, key, Configuration::longTouchForReset);
    }

    private static CborMap minPinLength(CborMap info, int length) {
        return info.toBuilder().put(AuthenticatorInfo.MIN_PIN_LENGTH, length).build();
    }

    @Test
    void aLostAnswerIsNotAskedForAgain() {
        WatchedKey key = withPin().answering(TOGGLE, Bytes.ofInts(CtapStatus.TIMEOUT.number()));
        Change change = of(key).alwaysUv(true).orElseThrow();
        assertThrows(Fault.class, change::apply);
        assertEquals(List.of(TOGGLE), key.deeds());
    }
}
