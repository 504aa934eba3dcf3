package dev.seckey.cli.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.cli.UsageException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySelectorTest {
    @Test
    void namesAKeyByItsPathItsReaderOrItsSerialNumber() {
        assertEquals(new KeySelector.Usb("/dev/hidraw3"), KeySelector.parse("usb:/dev/hidraw3"));
        assertEquals(new KeySelector.Nfc("ACS ACR1252 0"), KeySelector.parse("nfc:ACS ACR1252 0"));
        assertEquals(new KeySelector.Serial("0042"), KeySelector.parse("serial:0042"));
    }

    @Test
    void onlyTheFirstColonSeparates() {
        assertEquals(new KeySelector.Usb("DevSrvsID:4295"), KeySelector.parse("usb:DevSrvsID:4295"));
    }

    @Test
    void aSimulatedKeyIsOnUsbUnlessItSaysNfc() {
        assertEquals(new KeySelector.Simulated("level2", false, Optional.empty()), KeySelector.parse("virtual"));
        assertEquals(new KeySelector.Simulated("level1", false, Optional.empty()), KeySelector.parse("virtual:level1"));
        assertEquals(
                new KeySelector.Simulated("level1", true, Optional.empty()), KeySelector.parse("virtual:level1+nfc"));
        assertEquals(new KeySelector.Simulated("level2", true, Optional.empty()), KeySelector.parse("virtual:+nfc"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"virtual", "virtual:pin-set", "virtual:pin-set+nfc"})
    void whatASimulatedKeyIsListedAsSelectsItAgain(String text) {
        KeySelector selector = KeySelector.parse(text);

        assertEquals(selector, KeySelector.parse(((KeySelector.Simulated) selector).selector()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yubikey", "usb", "usb:", "nfc:", "serial:", "USB:/dev/hidraw3", "virtual:level9", ":"})
    void whatNamesNoKeyIsRefused(String text) {
        assertThrows(UsageException.class, () -> KeySelector.parse(text));
    }
}
