package dev.seckey.cli.reset;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.fault.ChoiceFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.transport.Transport;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ResetPlanTest {
    private static final UnaryOperator<CborMap.Builder> NOTHING_MORE = UnaryOperator.identity();

    private static AuthenticatorInfo info(UnaryOperator<CborMap.Builder> more) {
        CborMap.Builder required = CborMap.builder()
                .put(AuthenticatorInfo.VERSIONS, List.of("FIDO_2_3"))
                .put(AuthenticatorInfo.AAGUID, Aaguid.NONE);
        return new AuthenticatorInfo(more.apply(required).build(), List.of());
    }

    private static UnaryOperator<CborMap.Builder> encrypted(String identifier, String state) {
        return info -> info.put(AuthenticatorInfo.ENC_IDENTIFIER, Bytes.fromHex(identifier))
                .put(AuthenticatorInfo.ENC_CRED_STORE_STATE, Bytes.fromHex(state));
    }

    private static void same(UnaryOperator<CborMap.Builder> before, UnaryOperator<CborMap.Builder> after) {
        ResetPlan.of(info(before), Transport.USB).requireSame(info(after));
    }

    @Test
    void aKeyThatNamesTheTransportsForItsResetIsResetOverThese() {
        AuthenticatorInfo usbOnly = info(key -> key.put(AuthenticatorInfo.TRANSPORTS_FOR_RESET, List.of("usb")));

        assertDoesNotThrow(() -> ResetPlan.of(usbOnly, Transport.USB));
        TransportFault fault = assertThrows(TransportFault.class, () -> ResetPlan.of(usbOnly, Transport.NFC));
        assertEquals(Reason.UNSUPPORTED, fault.reason());
        assertEquals("this key takes no reset over nfc, only over usb", fault.getMessage());
    }

    @Test
    void aKeyThatNamesNoneIsResetOverAny() {
        assertDoesNotThrow(() -> ResetPlan.of(info(NOTHING_MORE), Transport.NFC));
    }

    @Test
    void whatIsEncryptedAnewEachTimeMakesNoOtherKey() {
        assertDoesNotThrow(() -> same(encrypted("01", "02"), encrypted("03", "04")));
    }

    @Test
    void theirAbsenceMakesNoneEither() {
        assertDoesNotThrow(() -> same(encrypted("01", "02"), NOTHING_MORE));
        assertDoesNotThrow(() -> same(NOTHING_MORE, encrypted("01", "02")));
        assertDoesNotThrow(() -> same(NOTHING_MORE, NOTHING_MORE));
    }

    @Test
    void whatIsNotEncryptedDoes() {
        ChoiceFault fault = assertThrows(
                ChoiceFault.class,
                () -> same(
                        encrypted("01", "02"),
                        info -> encrypted("01", "02").apply(info).put(AuthenticatorInfo.FIRMWARE_VERSION, 7L)));
        assertEquals(Reason.NO_KEY, fault.reason());
    }

    @Test
    void aLongTouchIsWantedOnlyByAKeyThatSaysSo() {
        assertTrue(ResetPlan.of(info(key -> key.put(AuthenticatorInfo.LONG_TOUCH_FOR_RESET, true)), Transport.USB)
                .wantsLongTouch());
        assertFalse(ResetPlan.of(info(NOTHING_MORE), Transport.USB).wantsLongTouch());
    }
}
