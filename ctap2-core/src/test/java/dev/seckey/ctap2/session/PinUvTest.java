package dev.seckey.ctap2.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.GetAssertion;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.server.Waiting;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.SoftAuthenticator;
import dev.seckey.ctap2.transport.Exchange;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the software authenticator, whose getInfo the test may change on its way. */
class PinUvTest {
    private static final String RIGHT = "1234";
    private static final String WRONG = "4321";
    private static final String RP = "example.org";
    private static final int LEGACY = 0x05;
    private static final int WITH_PERMISSIONS = 0x09;
    private static final int GET_INFO = 0x04;

    private final SecureRandom random = new SecureRandom();
    private final Profile profile =
            SimulatedProfiles.named("level2").orElseThrow().withPin(RIGHT);
    private Consumer<CborMap.Builder> change = info -> {};
    private CountingKey key = holding(profile);

    private CountingKey holding(Profile of) {
        SoftAuthenticator authenticator = new SoftAuthenticator(of, Environment.ofThisMachine());
        return new CountingKey(request -> {
            Bytes answer = authenticator.cbor(request, Waiting.SILENT);
            return request.at(0) == GET_INFO ? changed(answer) : answer;
        });
    }

    private Bytes changed(Bytes info) {
        CborMap.Builder builder = Cbor.decodeMap(info.from(1)).toBuilder();
        change.accept(builder);
        return Bytes.ofInts(0).plus(builder.build().encode());
    }

    private Ctap2 session() {
        return new Ctap2(key, () -> Exchange.within(Duration.ofSeconds(1)));
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
        assertEquals(List.of(), key.tokenRequests(), "no try may be spent");
    }

    @ParameterizedTest
    @CsvSource({"'2,1', 2", "'1,2', 1", "'1', 1", "'3,1,2', 1"})
    void theFirstProtocolOfTheKeyThatIsKnownHereIsTaken(String offered, int chosen) {
        List<Integer> numbers =
                List.of(offered.split(",")).stream().map(Integer::valueOf).toList();
        change = info -> info.put(AuthenticatorInfo.PIN_UV_AUTH_PROTOCOLS, numbers);
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
        change = info -> info.put(AuthenticatorInfo.PIN_UV_AUTH_PROTOCOLS, List.of(3));
        assertEquals(
                Reason.UNSUPPORTED,
                assertThrows(PinFault.class, () -> PinUv.of(session(), random)).reason());
    }

    @Test
    void aTokenIsAskedForWithPermissions() {
        assertGood(token(RIGHT, false));
        assertEquals(List.of(WITH_PERMISSIONS), key.tokenRequests());
    }

    @Test
    void theLegacyTokenIsForKeysThatKnowNoOther() {
        change = info -> info.put(AuthenticatorInfo.OPTIONS, Map.of("clientPin", true));
        assertGood(token(RIGHT, false));
        assertEquals(List.of(LEGACY), key.tokenRequests());
    }

    @Test
    void aWrongPinCostsOneTry() {
        AuthenticatorFault fault = assertThrows(AuthenticatorFault.class, () -> token(WRONG, false));
        assertEquals(Reason.PIN_INVALID, fault.reason());
        assertEquals(new PinRetries(7, false), PinUv.of(session(), random).retries());
        assertEquals(1, key.tokenRequests().size());
    }

    @Test
    void withoutAPinOnTheKeyNothingIsTried() {
        key = holding(SimulatedProfiles.named("level2").orElseThrow());
        assertRefusedUnasked(Reason.PIN_NOT_SET, RIGHT);
    }

    /** The key would answer the right PIN as if it were wrong (CTAP 2.3 §6.5.5.7.1). */
    @Test
    void aPinThatMustBeChangedIsNotTried() {
        change = info -> info.put(AuthenticatorInfo.FORCE_PIN_CHANGE, true);
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
        assertThrows(AuthenticatorFault.class, () -> token(longest, false));
        assertEquals(1, key.tokenRequests().size());
    }

    @Test
    void aBlockedKeyIsNotTried() {
        key = holding(profile.with(profile.pin().withRetries(0)));
        assertRefusedUnasked(Reason.PIN_BLOCKED, RIGHT);
    }

    @Test
    void aLockedKeyIsNotTried() {
        for (int tries = 0; tries < 3; tries++) {
            assertThrows(AuthenticatorFault.class, () -> token(WRONG, false));
        }
        key.requests.clear();
        assertRefusedUnasked(Reason.PIN_LOCKED_UNTIL_POWER_CYCLE, RIGHT);
    }

    @Test
    void theLastTryIsTakenOnlyWithConsent() {
        key = holding(profile.with(profile.pin().withRetries(1)));
        assertRefusedUnasked(Reason.PIN_INVALID, RIGHT);
        assertGood(token(RIGHT, true));
        assertEquals(8, PinUv.of(session(), random).retries().left());
    }

    @Test
    void anAnswerWithoutAKeyIsMalformed() {
        Map<Integer, Bytes> byCommand = new HashMap<>();
        byCommand.put(0x06, Bytes.fromHex("00 A1 03 08"));
        CountingKey soft = key;
        key = new CountingKey(request -> byCommand.getOrDefault(request.at(0), soft.answers.apply(request)));
        assertThrows(MalformedFault.class, () -> token(RIGHT, false));
        assertEquals(List.of(), key.tokenRequests());
    }
}
