package dev.seckey.ctap2.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.ReadBackFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.soft.PinSettings;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CTAP 2.3 §6.5, the careful client's side. */
class PinUvTest {
    private static final String PIN = SimulatedProfiles.PIN;
    private static final Set<Permission> GET_ASSERTION = Set.of(Permission.GET_ASSERTION);

    private static Pin pin(String text) {
        return Pin.takingChars(text.toCharArray());
    }

    private static Fault fault(Reason reason, Executable deed) {
        Fault fault = assertThrows(Fault.class, deed);
        assertEquals(reason, fault.reason(), fault.getMessage());
        return fault;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aFirstPinIsSetAndThenIsThePin(int protocol) {
        WatchedKey key = WatchedKey.plain();
        PinUv.of(key.session(), protocol, new SecureRandom()).set(pin("1234"));
        assertEquals(PinUv.Right.USABLE, key.pinUv().verify(pin("1234"), false));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void thePinIsChangedWithTheOneBefore(int protocol) {
        WatchedKey key = WatchedKey.withPin();
        PinUv.of(key.session(), protocol, new SecureRandom()).change(pin(PIN), pin("87654321"), false);
        assertEquals(PinUv.Right.USABLE, key.pinUv().verify(pin("87654321"), false));
    }

    @Test
    void aProtocolThatTheKeyDoesNotHaveIsNotSpoken() {
        WatchedKey key = WatchedKey.plain();
        fault(Reason.UNSUPPORTED, () -> PinUv.of(key.session(), 3, new SecureRandom()));
    }

    @Test
    void aKeyThatOnlySaysThatItTookThePinIsFoundOut() {
        WatchedKey key = WatchedKey.plain().answering("06/03", CtapStatus.OK);
        assertThrows(ReadBackFault.class, () -> key.pinUv().set(pin("1234")));
    }

    @Test
    void aKeyThatStillWantsANewPinAfterTheChangeIsFoundOut() {
        WatchedKey key = WatchedKey.withPin().wantingNewPin();
        assertThrows(ReadBackFault.class, () -> key.pinUv().change(pin(PIN), pin("87654321"), false));
    }

    @Test
    void whereAPinIsNoneIsSet() {
        WatchedKey key = WatchedKey.withPin();
        fault(Reason.PIN_ALREADY_SET, () -> key.pinUv().set(pin("1234")));
        assertEquals(List.of(), key.deeds());
    }

    @Test
    void whereNoPinIsNoneIsChanged() {
        WatchedKey key = WatchedKey.plain();
        fault(Reason.PIN_NOT_SET, () -> key.pinUv().change(pin("1234"), pin("4321"), false));
        assertEquals(List.of(), key.deeds());
    }

    @Test
    void aKeyThatCanHaveNoPinIsNotGivenOne() {
        WatchedKey key = WatchedKey.plain().without(Option.CLIENT_PIN);
        fault(Reason.UNSUPPORTED, () -> key.pinUv().set(pin("1234")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234",
                "123456789012345678901234567890123456789012345678901234567890123", // 63 bytes
                "\u00e4\u00f6\u00fc\u00df",
                "\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11" // four characters, sixteen bytes
            })
    void aPinOfPossibleLengthIsTaken(String text) {
        WatchedKey key = WatchedKey.plain();
        key.pinUv().set(pin(text));
        assertEquals(PinUv.Right.USABLE, key.pinUv().verify(pin(text), false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123",
                "e\u0301e\u0301e\u0301", // six characters, of which normalisation makes three
                "1234567890123456789012345678901234567890123456789012345678901234", // 64 bytes
                "\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11"
                        + "\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11",
                "12345\0"
            })
    void aPinThatCannotBeIsRefusedBeforeAnythingIsSent(String text) {
        WatchedKey fresh = WatchedKey.plain();
        fault(Reason.PIN_POLICY_VIOLATION, () -> fresh.pinUv().set(pin(text)));
        assertEquals(List.of(), fresh.deeds());

        WatchedKey used = WatchedKey.withPin();
        fault(Reason.PIN_POLICY_VIOLATION, () -> used.pinUv().change(pin(PIN), pin(text), false));
        assertEquals(List.of(), used.deeds());
    }

    @Test
    void thePinIsNormalisedSoThatItIsTheSameOnEveryKeyboard() {
        WatchedKey key = WatchedKey.plain();
        key.pinUv().set(pin("cafe\u0301"));
        assertEquals(PinUv.Right.USABLE, key.pinUv().verify(pin("caf\u00e9"), false));
    }

    @Test
    void theKeysOwnMinimumAndMaximumCount() {
        WatchedKey key = WatchedKey.plain()
                .saying(info -> info.toBuilder()
                        .put(AuthenticatorInfo.MIN_PIN_LENGTH, 6)
                        .put(AuthenticatorInfo.MAX_PIN_LENGTH, 8)
                        .build());
        fault(Reason.PIN_POLICY_VIOLATION, () -> key.pinUv().set(pin("12345")));
        fault(Reason.PIN_POLICY_VIOLATION, () -> key.pinUv().set(pin("123456789")));
        assertEquals(List.of(), key.deeds());
    }

    @Test
    void aWrongPinSaysHowManyTriesAreLeft() {
        WatchedKey key = WatchedKey.withPin();
        Fault change = fault(Reason.PIN_INVALID, () -> key.pinUv().change(pin("000000"), pin("87654321"), false));
        assertTrue(change.getMessage().endsWith("; 7 tries are left"), change.getMessage());
        Fault verify = fault(Reason.PIN_INVALID, () -> key.pinUv().verify(pin("000000"), false));
        assertTrue(verify.getMessage().endsWith("; 6 tries are left"), verify.getMessage());
    }

    @Test
    void thePinIsSentOnceWhateverTheKeyAnswers() {
        for (CtapStatus status : List.of(CtapStatus.OTHER, CtapStatus.PIN_AUTH_INVALID, CtapStatus.CHANNEL_BUSY)) {
            WatchedKey key = WatchedKey.withPin().answering("06/04", status);
            assertThrows(Fault.class, () -> key.pinUv().change(pin(PIN), pin("87654321"), false));
            assertEquals(List.of("06/02", "06/04"), key.deeds());
        }
    }

    @Test
    void theLastTryIsUsedOnlyWhenAskedFor() {
        WatchedKey key = new WatchedKey(SimulatedProfiles.named("pin-set")
                .orElseThrow()
                .with(PinSettings.NONE.with(PIN).withRetries(1)));
        fault(Reason.PIN_INVALID, () -> key.pinUv().change(pin(PIN), pin("87654321"), false));
        fault(Reason.PIN_INVALID, () -> key.pinUv().verify(pin(PIN), false));
        assertEquals(List.of(), key.deeds());
        assertEquals(PinUv.Right.USABLE, key.pinUv().verify(pin(PIN), true));
    }

    @Test
    void noPinIsSentToAKeyThatIsBlocked() {
        WatchedKey key = new WatchedKey(SimulatedProfiles.named("blocked").orElseThrow());
        fault(Reason.PIN_BLOCKED, () -> key.pinUv().change(pin(PIN), pin("87654321"), true));
        assertEquals(List.of(), key.deeds());
    }

    @Test
    void noPinIsSentToAKeyThatWaitsForItsPowerCycle() {
        WatchedKey key = WatchedKey.withPin();
        for (int wrong = 0; wrong < 3; wrong++) {
            assertThrows(Fault.class, () -> key.pinUv().verify(pin("000000"), false));
        }
        key.requests.clear();
        fault(Reason.PIN_LOCKED_UNTIL_POWER_CYCLE, () -> key.pinUv().verify(pin(PIN), false));
        assertEquals(List.of(), key.deeds());
    }

    @Test
    void whileANewPinIsWantedNoTokenIsAskedFor() {
        WatchedKey key = WatchedKey.withPin().wantingNewPin();
        fault(
                Reason.PIN_CHANGE_FORCED,
                () -> key.pinUv().token(pin(PIN), GET_ASSERTION, Optional.of("example.com"), false));
        assertEquals(List.of(), key.deeds());
    }

    @Test
    void whileANewPinIsWantedThePolicyViolationProvesTheOldOne() {
        WatchedKey key = WatchedKey.withPin().wantingNewPin().answering("06/09", CtapStatus.PIN_POLICY_VIOLATION);
        assertEquals(PinUv.Right.MUST_BE_CHANGED, key.pinUv().verify(pin(PIN), false));
    }

    /** Where the older subcommand calls the right PIN wrong. */
    @Test
    void whileANewPinIsWantedAnOlderKeyIsNotAskedAtAll() {
        WatchedKey key = WatchedKey.withPin().without(Option.PIN_UV_AUTH_TOKEN).wantingNewPin();
        fault(Reason.PIN_CHANGE_FORCED, () -> key.pinUv().verify(pin(PIN), false));
        assertEquals(List.of(), key.deeds());
    }

    @Test
    void whileANewPinIsWantedTheOldOneIsNotSentAsTheNew() {
        WatchedKey key = WatchedKey.withPin().wantingNewPin();
        fault(Reason.PIN_POLICY_VIOLATION, () -> key.pinUv().change(pin(PIN), pin(PIN), false));
        assertEquals(List.of(), key.deeds());
    }

    @Test
    void theOldSubcommandIsUsedOnlyWhereTheNewOneIsNot() {
        WatchedKey modern = WatchedKey.withPin();
        modern.pinUv()
                .token(pin(PIN), GET_ASSERTION, Optional.of("example.com"), false)
                .close();
        assertEquals(List.of("06/02", "06/09"), modern.deeds());

        WatchedKey old = WatchedKey.withPin().without(Option.PIN_UV_AUTH_TOKEN);
        old.pinUv()
                .token(pin(PIN), GET_ASSERTION, Optional.of("example.com"), false)
                .close();
        assertEquals(List.of("06/02", "06/05"), old.deeds());
    }

    @Test
    void whatThePinNeverGrantsIsNotAskedFor() {
        WatchedKey key = WatchedKey.withPin().with(Option.NO_MC_GA_WITH_CLIENT_PIN, true);
        fault(Reason.UNSUPPORTED, () -> key.pinUv().token(pin(PIN), GET_ASSERTION, Optional.of("example.com"), false));
        assertEquals(List.of(), key.deeds());
    }

    @Test
    void thePersistentPermissionIsAskedForAlone() {
        Set<Permission> both =
                Set.of(Permission.PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY, Permission.CREDENTIAL_MANAGEMENT);
        assertThrows(
                IllegalArgumentException.class,
                () -> WatchedKey.withPin().pinUv().token(pin(PIN), both, Optional.empty(), false));
    }

    @Test
    void noFaultHoldsThePin() {
        WatchedKey key = WatchedKey.withPin();
        Fault fault = fault(Reason.PIN_INVALID, () -> key.pinUv().verify(pin("918273"), false));
        assertFalse((fault + " " + fault.hint()).contains("918273"));
    }
}
