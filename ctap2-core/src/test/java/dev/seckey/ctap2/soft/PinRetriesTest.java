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
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What a wrong PIN costs (CTAP 2.3 §6.5.5.7). */
@ParameterizedClass(name = "protocol {0}")
@ValueSource(ints = {1, 2})
class PinRetriesTest {
    private static final String WRONG = "4321";

    @Parameter
    int protocol;

    private final KeyInHand key = KeyInHand.withPin();

    private PinClient client() {
        return new PinClient(key, protocol);
    }

    @Test
    void threeWrongPinsInARowLockTheKeyUntilItIsReinserted() {
        assertEquals(CtapStatus.PIN_INVALID, client().tried(WRONG));
        assertEquals(CtapStatus.PIN_INVALID, client().tried(WRONG));
        assertFalse(client().powerCycleNeeded());
        assertEquals(CtapStatus.PIN_AUTH_BLOCKED, client().tried(WRONG));
        assertTrue(client().powerCycleNeeded());
        assertEquals(CtapStatus.PIN_AUTH_BLOCKED, client().tried(PIN));
        assertEquals(CtapStatus.PIN_AUTH_BLOCKED, key.status(client().legacy(PIN)));
        assertEquals(CtapStatus.PIN_AUTH_BLOCKED, key.status(client().change(PIN, "56789")));
        assertEquals(5, client().retries());

        key.key.powerCycle();

        assertFalse(client().powerCycleNeeded());
        assertEquals(5, client().retries());
        assertEquals(CtapStatus.OK, client().tried(PIN));
        assertEquals(8, client().retries());
    }

    @Test
    void theRightPinBetweenWrongOnesGivesAllTriesBack() {
        client().tried(WRONG);
        client().tried(WRONG);
        assertEquals(CtapStatus.OK, client().tried(PIN));
        assertEquals(CtapStatus.PIN_INVALID, client().tried(WRONG));
        assertEquals(CtapStatus.PIN_INVALID, client().tried(WRONG));
        assertEquals(6, client().retries());
    }

    @Test
    void eightWrongPinsBlockItForGood() {
        for (int tries = 1; tries < 8; tries++) {
            client().tried(WRONG);
            key.key.powerCycle();
        }
        assertEquals(1, client().retries());
        assertEquals(CtapStatus.PIN_BLOCKED, client().tried(WRONG));
        assertEquals(0, client().retries());

        key.key.powerCycle();

        assertEquals(CtapStatus.PIN_BLOCKED, client().tried(PIN));
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
        assertEquals(CtapStatus.OK, client().tried(PIN));
        assertEquals(first, client().keyAgreement());

        client().tried(WRONG);
        CoseKey second = client().keyAgreement();
        assertNotEquals(first, second);

        key.key.powerCycle();
        assertNotEquals(second, client().keyAgreement());
    }

    @Test
    void aRequestThatAgreedBeforeAWrongPinIsWorthless() {
        ClientPin early = client().change(PIN, "56789");
        client().tried(WRONG);
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(early));
        assertEquals(7, client().retries());
    }
}
