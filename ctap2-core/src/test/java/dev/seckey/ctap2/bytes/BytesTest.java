package dev.seckey.ctap2.bytes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BytesTest {
    private static final Bytes SAMPLE = Bytes.fromHex("00 7f 80\nff");

    @Test
    void theyDoNotChangeWithTheArrayTheyCameFromOrGaveOut() {
        byte[] array = {1, 2};
        Bytes bytes = Bytes.of(array);
        array[0] = 9;
        bytes.toArray()[1] = 9;
        assertEquals(Bytes.ofInts(1, 2), bytes);
        assertEquals(Bytes.ofInts(1, 2).hashCode(), bytes.hashCode());
    }

    @Test
    void octetsAreNumbersWithoutASign() {
        assertEquals(0xFF, SAMPLE.at(3));
        assertEquals(0x80FF, SAMPLE.uint16(2));
        assertEquals(0x007F80FFL, SAMPLE.uint32(0));
        assertEquals(0xFFFFFFFFL, Bytes.fromHex("ffffffff").uint32(0));
        assertTrue(Bytes.ofInts(0x7F).compareTo(Bytes.ofInts(0x80)) < 0);
    }

    @Test
    void aPieceIsNeverLongerThanTheWhole() {
        assertEquals(Bytes.ofInts(0x7F, 0x80), SAMPLE.slice(1, 3));
        assertEquals(Bytes.EMPTY, SAMPLE.from(4));
        assertEquals(Bytes.ofInts(2, 3), Bytes.of(new byte[] {1, 2, 3}, 1, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> SAMPLE.slice(0, 5));
        assertThrows(IndexOutOfBoundsException.class, () -> SAMPLE.from(5));
        assertThrows(IndexOutOfBoundsException.class, () -> Bytes.of(new byte[3], 2, 2));
    }

    @Test
    void hexAndBase64AreReadBackAsTheyWereWritten() {
        assertEquals("007f80ff", SAMPLE.hex());
        assertEquals("AH-A_w", SAMPLE.base64url());
        assertEquals(SAMPLE, Bytes.fromBase64("AH-A_w"));
        assertEquals(SAMPLE, Bytes.fromBase64("AH+A/w=="));
        assertThrows(IllegalArgumentException.class, () -> Bytes.fromHex("0"));
        assertThrows(IllegalArgumentException.class, () -> Bytes.fromHex("0g"));
        assertThrows(IllegalArgumentException.class, () -> Bytes.fromBase64("A"));
    }

    @Test
    void piecesAreJoined() {
        assertArrayEquals(
                new byte[] {1, 2, 3},
                Bytes.concat(Bytes.ofInts(1), Bytes.EMPTY, Bytes.ofInts(2, 3)).toArray());
        assertEquals(Bytes.ofInts(1, 2), Bytes.ofInts(1).plus(Bytes.ofInts(2)));
    }

    /** FIPS 180-4, the example "abc". */
    @Test
    void sha256() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Bytes.utf8("abc").sha256().hex());
    }
}
