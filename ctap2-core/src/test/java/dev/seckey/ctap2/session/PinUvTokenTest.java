package dev.seckey.ctap2.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the software authenticator, whose getInfo the test may change on its way. */
class PinUvTokenTest {
    private static final String RIGHT = "1234";
    private static final String WRONG = "4321";
    private static final String RP = "example.org";
    private static final String LEGACY = "06/05";
    private static final String WITH_PERMISSIONS = "06/09";

    private final SecureRandom random = new SecureRandom();
    private final Profile profile =
            SimulatedProfiles.named("level2").orElseThrow().withPin(RIGHT);
    private WatchedKey key = new WatchedKey(profile);

    private <T> void says(Field<T> member, T value) {
        key.saying(info -> info.toBuilder().put(member, value).build());
    }

    private Ctap2 session() {
        return key.session();
    }

    private PinUvAuthToken token(String pin, boolean useLastTry) {
        return token(PinUv.of(session(), random), pin, useLastTry);
    }

    private static PinUvAuthToken token(PinUv pinUv, String text, boolean useLastTry) {
        try (Pin pin = Pin.takingUtf8(text.getBytes(StandardCharsets.UTF_8))) {
            return pinUv.token(pin, Set.of(Permission.GET_ASSERTION), Optional.of(RP), useLastTry);
        }
    }

    /** The key's answer to whoever holds a good token is that there is no such credential. */
    private void assertGood(PinUvAuthToken token) {
        Bytes hash = Bytes.utf8("client data").sha256();
        GetAssertion request = GetAssertion.of(RP, hash, List.of()).with(token.authenticate(hash));
        AuthenticatorFault fault =
                assertThrows(AuthenticatorFault.class, () -> session().send(request));
        assertEquals(CtapStatus.NO_CREDENTIALS, fault.status());
    }

    private void assertRefusedUnasked(Reason reason, String pin) {
        PinFault fault = assertThrows(PinFault.class, () -> token(pin, false));
        assertEquals(reason, fault.reason());
        assertEquals(List.of(), key.tries(), "no try may be spent");
    }

    @ParameterizedTest
    @CsvSource({"'2,1', 2", "'1,2', 1", "'1', 1", "'3,1,2', 1"})
    void theFirstProtocolOfTheKeyThatIsKnownHereIsTaken(String offered, int chosen) {
        List<Integer> numbers =
                List.of(offered.split(",")).stream().map(Integer::valueOf).toList();
        says(AuthenticatorInfo.PIN_UV_AUTH_PROTOCOLS, numbers);
        assertGood(token(RIGHT, false));
        assertEquals(List.of(chosen), key.protocols());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anotherProtocolMayBeAskedFor(int protocol) {
        assertGood(token(PinUv.of(session(), protocol, random), RIGHT, false));
        assertEquals(List.of(protocol), key.protocols());
    }

    @Test
    void aProtocolThatNobodyKnowsIsRefused() {
        assertEquals(
                Reason.UNSUPPORTED,
                assertThrows(PinFault.class, () -> PinUv.of(session(), 3, random))
                        .reason());
        says(AuthenticatorInfo.PIN_UV_AUTH_PROTOCOLS, List.of(3));
        assertEquals(
                Reason.UNSUPPORTED,
                assertThrows(PinFault.class, () -> PinUv.of(session(), random)).reason());
    }

    @Test
    void aTokenIsAskedForWithPermissions() {
        assertGood(token(RIGHT, false));
        assertEquals(List.of(WITH_PERMISSIONS), key.tries());
    }

    @Test
    void theLegacyTokenIsForKeysThatKnowNoOther() {
        says(AuthenticatorInfo.OPTIONS, Map.of("clientPin", true));
        assertGood(token(RIGHT, false));
        assertEquals(List.of(LEGACY), key.tries());
    }

    @Test
    void aWrongPinCostsOneTry() {
        Fault fault = assertThrows(Fault.class, () -> token(WRONG, false));
        assertEquals(Reason.PIN_INVALID, fault.reason());
        assertEquals(new PinRetries(7, false), PinUv.of(session(), random).retries());
        assertEquals(1, key.tries().size());
    }

    @Test
    void withoutAPinOnTheKeyNothingIsTried() {
        key = new WatchedKey(SimulatedProfiles.named("level2").orElseThrow());
        assertRefusedUnasked(Reason.PIN_NOT_SET, RIGHT);
    }

    /** The key would answer the right PIN as if it were wrong (CTAP 2.3 §6.5.5.7.1). */
    @Test
    void aPinThatMustBeChangedIsNotTried() {
        says(AuthenticatorInfo.FORCE_PIN_CHANGE, true);
        assertRefusedUnasked(Reason.PIN_CHANGE_FORCED, RIGHT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "123", "ééé", "😀😀😀", "1234567890123456789012345678901234567890123456789012345678901234"})
    void whatCannotBeAPinIsNotTried(String pin) {
        assertRefusedUnasked(Reason.PIN_POLICY_VIOLATION, pin);
    }

    @Test
    void theLongestPinIsTried() {
        String longest = "é".repeat(31) + "1";
        assertThrows(Fault.class, () -> token(longest, false));
        assertEquals(1, key.tries().size());
    }

    @Test
    void aBlockedKeyIsNotTried() {
        key = new WatchedKey(profile.with(profile.pin().withRetries(0)));
        assertRefusedUnasked(Reason.PIN_BLOCKED, RIGHT);
    }

    @Test
    void aLockedKeyIsNotTried() {
        for (int tries = 0; tries < 3; tries++) {
            assertThrows(Fault.class, () -> token(WRONG, false));
        }
        key.requests.clear();
        assertRefusedUnasked(Reason.PIN_LOCKED_UNTIL_POWER_CYCLE, RIGHT);
    }

    @Test
    void theLastTryIsTakenOnlyWithConsent() {
        key = new WatchedKey(profile.with(profile.pin().withRetries(1)));
        assertRefusedUnasked(Reason.PIN_INVALID, RIGHT);
        assertGood(token(RIGHT, true));
        assertEquals(8, PinUv.of(session(), random).retries().left());
    }

    @Test
    void anAnswerWithoutAKeyIsMalformed() {
        key.answering("06/02", Bytes.fromHex("00 A1 03 08"));
        assertThrows(MalformedFault.class, () -> token(RIGHT, false));
        assertEquals(List.of(), key.tries());
    }
}
