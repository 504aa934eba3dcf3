package dev.seckey.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerDetailsTest {
    @Test
    void namesBecomeWordsAndTruthValuesYesOrNo() {
        assertEquals(
                Map.of("PIN set", List.of("yes"), "min PIN length", List.of("6"), "already in order", List.of("0")),
                LedgerDetails.words("{\"pinSet\":true,\"minPinLength\":6,\"already_in_order\":0}"));
    }

    @Test
    void aPlanIsTheWordsOfItsSteps() {
        assertEquals(
                Map.of("plan", List.of("always-UV: off, becomes on", "PIN: none, is set")),
                LedgerDetails.words("{\"plan\":[{\"step\":\"always-uv\",\"change\":\"always-UV: off, becomes on\"},"
                        + "{\"step\":\"set-pin\",\"change\":\"PIN: none, is set\"}]}"));
    }

    @Test
    void anObjectIsItsMembersInARow() {
        assertEquals(
                Map.of("read back", List.of("PIN set yes; always UV no")),
                LedgerDetails.words("{\"readBack\":{\"pinSet\":true,\"alwaysUv\":false}}"));
    }

    @Test
    void aListInsideAnObjectIsToldFromTheMembersAroundIt() {
        assertEquals(
                Map.of("read back", List.of("USB otp, u2f; NFC none; NFC restricted no")),
                LedgerDetails.words("{\"readBack\":{\"usb\":[\"otp\",\"u2f\"],\"nfc\":[],\"nfcRestricted\":false}}"));
    }

    @Test
    void whatIsEmptyIsLeftOut() {
        assertEquals(Map.of(), LedgerDetails.words("{\"notReadable\":[]}"));
    }
}
