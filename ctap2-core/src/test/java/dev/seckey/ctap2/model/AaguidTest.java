package dev.seckey.ctap2.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AaguidTest {
    private static final String TEXT = "f8a011f3-8c0a-4d15-8006-17111f9edc7d";

    @ParameterizedTest
    @ValueSource(
            strings = {
                TEXT,
                "F8A011F3-8C0A-4D15-8006-17111F9EDC7D",
                "f8a011f38c0a4d15800617111f9edc7d",
                " " + TEXT + "\n"
            })
    void anyWrittenFormIsRead(String text) {
        Aaguid aaguid = Aaguid.parse(text).orElseThrow();
        assertEquals(Bytes.fromHex("f8a011f38c0a4d15800617111f9edc7d"), aaguid.bytes());
        assertEquals(TEXT, aaguid.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "f8a011f3", TEXT + "0", "g8a011f3-8c0a-4d15-8006-17111f9edc7d", "{" + TEXT + "}"})
    void anythingElseIsNone(String text) {
        assertEquals(Optional.empty(), Aaguid.parse(text));
    }

    @Test
    void theOneOfZerosNamesNoModel() {
        assertTrue(Aaguid.parse("00000000-0000-0000-0000-000000000000")
                .orElseThrow()
                .isNone());
        assertFalse(Aaguid.parse(TEXT).orElseThrow().isNone());
    }

    @Test
    void aKeyThatSendsAnotherLengthIsRefused() {
        assertThrows(MalformedFault.class, () -> Aaguid.of(Bytes.of(new byte[15])));
        assertThrows(MalformedFault.class, () -> Aaguid.of(Bytes.of(new byte[17])));
    }

    @Test
    void theySortAsTheirWrittenFormsDo() {
        Aaguid low = Aaguid.parse("7fffffff-0000-0000-0000-000000000000").orElseThrow();
        Aaguid high = Aaguid.parse("80000000-0000-0000-0000-000000000000").orElseThrow();
        assertTrue(low.compareTo(high) < 0);
        assertTrue(low.toString().compareTo(high.toString()) < 0);
    }
}
