package dev.seckey.cli.pin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.pinuv.Pin;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrivialPinTest {
    private static Optional<String> objectionTo(String pin) {
        try (Pin read = Pin.takingUtf8(pin.getBytes(StandardCharsets.UTF_8))) {
            return TrivialPin.objection(read);
        }
    }

    /** The PINs that YubiKeys with PIN complexity refuse, which is the list of common PINs to beat. */
    @ParameterizedTest
    @ValueSource(strings = {"123456", "123123", "654321", "123321", "112233", "121212", "520520", "123654", "159753"})
    void theMostCommonAreRefused(String pin) {
        assertTrue(objectionTo(pin).isPresent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1111",
                "00000000",
                "12345678",
                "98765432",
                "890123",
                "135791",
                "abcdef",
                "fedcba",
                "1212121",
                "12341234",
                "12344321",
                "1234321",
                "11223344",
                "111222",
                "12348765",
                "\u00fc\u00fc\u00fc\u00fc",
                "\ud83d\udd11\ud83d\udd11\ud83d\udd11\ud83d\udd11"
            })
    void patternsAreRefused(String pin) {
        assertTrue(objectionTo(pin).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4829", "739254", "80417263", "correct horse", "gr\u00fcn4711", "120934"})
    void othersPass(String pin) {
        assertEquals(Optional.empty(), objectionTo(pin));
    }
}
