package dev.seckey.ctap2.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The key's own user verification first, then the PIN (CTAP 2.3 §6.5.5.7). */
class UserVerificationTest implements UserVerification.Person {
    private static final Bytes THREE_UV_RETRIES = Bytes.fromHex("00a10503");
    private static final Bytes NO_UV_RETRIES = Bytes.fromHex("00a10500");

    private final List<String> asked = new ArrayList<>();
    private boolean givenPin;

    @Override
    public boolean hasGivenPin() {
        return givenPin;
    }

    @Override
    public void verifyAtKey() {
        asked.add("finger");
    }

    @Override
    public void failedAtKey(Fault why) {
        asked.add(why.reason().name());
    }

    @Override
    public Optional<Pin> pin(PinRetries left) {
        asked.add("PIN");
        return Optional.of(Pin.takingChars(SimulatedProfiles.PIN.toCharArray()));
    }

    private static WatchedKey withFinger() {
        return WatchedKey.withPin().with(Option.USER_VERIFICATION, true).answering("06/07", THREE_UV_RETRIES);
    }

    private void token(WatchedKey key, Permission permission) {
        Ctap2 session = key.session();
        new UserVerification(key.pinUv(), session.info(), this, false)
                .token(Set.of(permission), Optional.of("example.com"))
                .close();
    }

    @Test
    void aFingerThatIsNotRecognisedIsTriedAgainAndThenThePinAsked() {
        WatchedKey key = withFinger()
                .answering("06/06", CtapStatus.UV_INVALID)
                .saying(info -> info.toBuilder()
                        .put(AuthenticatorInfo.PREFERRED_PLATFORM_UV_ATTEMPTS, 2)
                        .build());
        token(key, Permission.GET_ASSERTION);
        assertEquals(List.of("finger", "UV_INVALID", "finger", "UV_INVALID", "PIN"), asked);
    }

    @Test
    void aFingerprintThatIsBlockedIsNotTried() {
        WatchedKey key = withFinger().answering("06/07", NO_UV_RETRIES);
        token(key, Permission.GET_ASSERTION);
        assertEquals(List.of("UV_BLOCKED", "PIN"), asked);
    }

    @Test
    void withoutAPinTheFingerprintIsAllThereIs() {
        WatchedKey key = withFinger().with(Option.CLIENT_PIN, false).answering("06/06", CtapStatus.UV_BLOCKED);
        Fault fault = assertThrows(Fault.class, () -> token(key, Permission.GET_ASSERTION));
        assertEquals(Reason.UV_BLOCKED, fault.reason());
        assertEquals(List.of("finger", "UV_BLOCKED"), asked);
    }

    @Test
    void whoeverDoesNotPutAFingerThereIsNotAskedForThePinEither() {
        WatchedKey key = withFinger().answering("06/06", CtapStatus.USER_ACTION_TIMEOUT);
        Fault fault = assertThrows(Fault.class, () -> token(key, Permission.GET_ASSERTION));
        assertEquals(Reason.TOUCH_TIMEOUT, fault.reason());
        assertEquals(List.of("finger"), asked);
    }

    @Test
    void settingsAndEnrolmentWantThePinWhereTheKeyDoesNotSayThatTheFingerIsEnough() {
        for (Permission permission : List.of(Permission.AUTHENTICATOR_CONFIGURATION, Permission.BIO_ENROLLMENT)) {
            asked.clear();
            WatchedKey key = withFinger().answering("06/09", CtapStatus.UNAUTHORIZED_PERMISSION);
            assertThrows(Fault.class, () -> token(key, permission));
            assertEquals(List.of("PIN"), asked);
        }
    }

    @Test
    void whereTheyDoSayItTheFingerIsAskedFor() {
        WatchedKey key =
                withFinger().with(Option.UV_AUTHENTICATOR_CONFIG, true).answering("06/06", CtapStatus.OPERATION_DENIED);
        assertThrows(Fault.class, () -> token(key, Permission.AUTHENTICATOR_CONFIGURATION));
        assertEquals(List.of("finger"), asked);
    }

    @Test
    void nobodyIsAskedForAPinThatCannotSucceed() {
        WatchedKey key = WatchedKey.withPin().wantingNewPin();
        assertThrows(Fault.class, () -> token(key, Permission.GET_ASSERTION));
        WatchedKey blocked = new WatchedKey(SimulatedProfiles.named("blocked").orElseThrow());
        assertThrows(Fault.class, () -> token(blocked, Permission.GET_ASSERTION));
        assertEquals(List.of(), asked);
    }

    @Test
    void aPinThatWasGivenBeforehandIsUsedAndNoFingerAskedFor() {
        givenPin = true;

        token(withFinger(), Permission.GET_ASSERTION);

        assertEquals(List.of("PIN"), asked);
    }
}
