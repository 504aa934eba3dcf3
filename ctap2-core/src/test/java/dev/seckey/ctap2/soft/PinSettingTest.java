package dev.seckey.ctap2.soft;

import static dev.seckey.ctap2.soft.KeyInHand.PIN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Option;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a PIN is set and changed (CTAP 2.3 §6.5.5.5 and §6.5.5.6). */
@ParameterizedClass(name = "protocol {0}")
@ValueSource(ints = {1, 2})
class PinSettingTest {
    private static final String WRONG = "4321";

    @Parameter
    int protocol;

    private KeyInHand key = KeyInHand.withPin();

    private PinClient client() {
        return new PinClient(key, protocol);
    }

    @Test
    void aPinIsSetOnceAndOpensTheKey() {
        key = KeyInHand.plain();
        assertEquals(Optional.of(false), key.info().option(Option.CLIENT_PIN));

        assertEquals(CtapStatus.OK, key.status(client().set(PIN)));

        assertEquals(Optional.of(true), key.info().option(Option.CLIENT_PIN));
        assertEquals(CtapStatus.OK, client().tried(PIN));
        assertEquals(CtapStatus.PIN_AUTH_INVALID, key.status(client().set("5678")));
        assertEquals(CtapStatus.OK, client().tried(PIN));
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
        assertEquals(CtapStatus.PIN_INVALID, client().tried(PIN));
        assertEquals(CtapStatus.OK, client().tried("56789"));
    }

    @Test
    void aWrongPinChangesNothingAndCostsATry() {
        assertEquals(CtapStatus.PIN_INVALID, key.status(client().change(WRONG, "56789")));
        assertEquals(7, client().retries());
        assertEquals(CtapStatus.OK, client().tried(PIN));
    }

    @Test
    void aPinThatIsTooShortChangesNothingButProvesTheOldOne() {
        client().tried(WRONG);
        assertEquals(CtapStatus.PIN_POLICY_VIOLATION, key.status(client().change(PIN, "123")));
        assertEquals(8, client().retries());
        assertEquals(CtapStatus.OK, client().tried(PIN));
    }

    @Test
    void withoutAPinThereIsNothingToChangeAndNoToken() {
        key = KeyInHand.plain();
        assertEquals(CtapStatus.PIN_NOT_SET, key.status(client().change(PIN, "56789")));
        assertEquals(CtapStatus.PIN_NOT_SET, key.status(client().legacy(PIN)));
        assertEquals(CtapStatus.PIN_NOT_SET, client().tried(PIN));
        assertEquals(8, client().retries());
    }
}
