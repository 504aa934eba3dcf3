package dev.seckey.ctap2.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

/** CTAP 2.3 §6.9, and §6.1.2 step 1 for older keys. */
class TouchAwaiterTest {
    private static WatchedKey speaking(WatchedKey key, String version) {
        return key.saying(info -> info.toBuilder()
                .put(AuthenticatorInfo.VERSIONS, List.of(version))
                .build());
    }

    @Test
    void aKeyThatKnowsSelectionIsSentThat() {
        WatchedKey key = speaking(WatchedKey.plain(), AuthenticatorInfo.FIDO_2_1);
        new TouchAwaiter(key.session()).await();
        assertEquals(List.of("0b"), key.deeds());
    }

    @Test
    void anOlderKeyIsSentAnEmptyProofWhichSpendsNoTry() {
        for (WatchedKey key : List.of(WatchedKey.plain(), WatchedKey.withPin())) {
            WatchedKey old = speaking(key, AuthenticatorInfo.FIDO_2_0);
            new TouchAwaiter(old.session()).await();
            assertEquals(List.of("01"), old.deeds());
            assertEquals(8, old.pinUv().retries().left());
        }
    }

    @Test
    void whoDoesNotTouchIsNotTakenForTouching() {
        for (CtapStatus status : List.of(CtapStatus.USER_ACTION_TIMEOUT, CtapStatus.OPERATION_DENIED)) {
            WatchedKey key =
                    speaking(WatchedKey.plain(), AuthenticatorInfo.FIDO_2_0).answering("01", status);
            assertThrows(Fault.class, () -> new TouchAwaiter(key.session()).await());
        }
    }
}
