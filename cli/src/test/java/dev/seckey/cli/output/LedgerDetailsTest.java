package dev.seckey.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LedgerDetailsTest {
    @Test
    void namesBecomeWordsAndTruthValuesYesOrNo() {
        assertEquals(
                Map.of("PIN set", "yes", "min PIN length", "6", "already in order", "0"),
                LedgerDetails.words("{\"pinSet\":true,\"minPinLength\":6,\"already_in_order\":0}"));
    }

    @Test
    void aPlanIsTheWordsOfItsSteps() {
        assertEquals(
                Map.of("plan", "always-UV: off, becomes on; PIN: none, is set"),
                LedgerDetails.words("{\"plan\":[{\"step\":\"always-uv\",\"change\":\"always-UV: off, becomes on\"},"
                        + "{\"step\":\"set-pin\",\"change\":\"PIN: none, is set\"}]}"));
    }

    @Test
    void anObjectIsItsMembersInARow() {
        assertEquals(
                Map.of("read back", "PIN set yes, always UV no"),
                LedgerDetails.words("{\"readBack\":{\"pinSet\":true,\"alwaysUv\":false}}"));
    }

    @Test
    void whatIsEmptyIsLeftOut() {
        assertEquals(Map.of(), LedgerDetails.words("{\"notReadable\":[]}"));
    }
}
