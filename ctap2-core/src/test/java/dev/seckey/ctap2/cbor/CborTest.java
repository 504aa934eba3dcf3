package dev.seckey.ctap2.cbor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.published.PythonFido2;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of CBOR is let in, and in which form it goes out (RFC 8949, CTAP 2.3 §8). */
class CborTest {
    /** The examples of RFC 8949, appendix A, that are of the kinds CTAP uses, and in canonical form. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00 | 0",
                "01 | 1",
                "0a | 10",
                "17 | 23",
                "1818 | 24",
                "1819 | 25",
                "1864 | 100",
                "1903e8 | 1000",
                "1a000f4240 | 1000000",
                "1b000000e8d4a51000 | 1000000000000",
                "1bffffffffffffffff | 18446744073709551615",
                "3bffffffffffffffff | -18446744073709551616",
                "20 | -1",
                "29 | -10",
                "3863 | -100",
                "3903e7 | -1000",
                "f4 | false",
                "f5 | true",
                "f6 | null",
                "40 | h''",
                "4401020304 | h'01020304'",
                "60 | \"\"",
                "6161 | \"a\"",
                "6449455446 | \"IETF\"",
                "80 | []",
                "83010203 | [1, 2, 3]",
                "8301820203820405 | [1, [2, 3], [4, 5]]",
                "a0 | {}",
                "a201020304 | {1: 2, 3: 4}",
                "a26161016162820203 | {\"a\": 1, \"b\": [2, 3]}",
                "826161a161626163 | [\"a\", {\"b\": \"c\"}]",
            })
    void theExamplesOfTheRfcAreReadAndWrittenBackTheSame(String hex, String diagnostic) {
        Cbor.Decoded<CborItem> item = decode(hex);
        assertEquals(diagnostic, item.value().toString());
        assertEquals(List.of(), item.deviations());
        assertEquals(hex, item.value().encode().hex());
    }

    @ParameterizedTest
    @CsvSource({
        "62225c, '\"\\'",
        "62c3bc, ü",
        "63e6b0b4, 水",
        "64f0908591, \uD800\uDD51",
    })
    void textIsUtf8(String hex, String text) {
        assertEquals(text, decode(hex).value().as(CborType.TEXT).orElseThrow());
        assertEquals(hex, decode(hex).value().encode().hex());
    }

    /** No message of CTAP has one, and written back it may be longer. */
    @ParameterizedTest
    @ValueSource(strings = {"f93e00", "fa47c35000", "fb3ff199999999999a", "f97c00", "f97e00"})
    void aFloatingPointNumberIsLetPassAndNotedAndIsNoInteger(String hex) {
        assertEquals(List.of("a floating-point number"), decode(hex).deviations());
        CborItem item = decode(hex).value();
        assertTrue(item.as(CborType.LONG).isEmpty());
        assertTrue(item.as(CborType.INT).isEmpty());
        assertTrue(item.as(CborType.UINT64).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "1817, 17",
        "190001, 01",
        "1900ff, 18ff",
        "1a00000001, 01",
        "1b0000000000000001, 01",
        "5803010203, 43010203"
    })
    void aNumberLongerThanNeededIsLetPassAndNoted(String hex, String canonical) {
        Cbor.Decoded<CborItem> item = decode(hex);
        assertEquals(List.of("a number longer than needed"), item.deviations());
        assertEquals(canonical, item.value().encode().hex());
    }

    @ParameterizedTest
    @CsvSource({
        "a202000100, a201000200",
        "a2200001f4, a201f42000",
        "a2616100200a, a2200a616100",
        "a262616100616200, a261620062616100",
        "a2190100000000, a2000019010000",
    })
    void keysOutOfOrderAreLetPassAndNotedAndNotWrittenBackSo(String hex, String canonical) {
        Cbor.Decoded<CborItem> item = decode(hex);
        assertEquals(List.of("map keys out of order"), item.deviations());
        assertEquals(canonical, item.value().encode().hex());
    }

    @Test
    void everyDeviationIsNotedOnce() {
        assertEquals(
                List.of("a number longer than needed", "map keys out of order"),
                decode("a2 190100 00 1800 1800".replace(" ", "")).deviations());
    }

    /** CTAP 2.3 §8: major type first, then length, then bytes. */
    @Test
    void keysGoOutInCanonicalOrder() {
        CborMap map = CborMap.builder()
                .put(Field.of("aa", CborType.INT), 7)
                .put(Field.of("b", CborType.INT), 6)
                .put(Field.of("a", CborType.INT), 5)
                .put(Field.of(-25, "", CborType.INT), 4)
                .put(Field.of(-1, "", CborType.INT), 3)
                .put(Field.of(256, "", CborType.INT), 2)
                .put(Field.of(24, "", CborType.INT), 1)
                .put(Field.of(3, "", CborType.INT), 0)
                .build();
        assertEquals(
                "a8 0300 181801 19010002 2003 381804 616105 616206 62616107".replace(" ", ""),
                map.encode().hex());
        assertEquals(List.of(), Cbor.decodeMap(map.encode().toArray()).deviations());
    }

    @Test
    void arraysAreNeverSorted() {
        assertEquals("83030201", decode("83030201").value().encode().hex());
    }

    @ParameterizedTest
    @CsvSource({
        "5f42010243030405ff, indefinite length",
        "7f657374726561646d696e67ff, indefinite length",
        "9fff, indefinite length",
        "bf61610161629f0203ffff, indefinite length",
        "c11a514b67b0, a tag",
        "d74401020304, a tag",
        "f7, simple value",
        "f0, simple value",
        "f818, simple value",
        "f8ff, simple value",
        "ff, simple value",
        "1c, reserved length",
        "5d, reserved length",
        "9e, reserved length",
        "a1f400, a map key",
        "a1400000, a map key",
        "a18000, a map key",
        "a1a000, a map key",
        "a1f93e0000, a map key",
        "a201000100, stands twice",
        "a20100180100, Duplicate key",
        "a1 01 a2 616100 616100, stands twice",
        "81 81 a2 2000 2000, stands twice",
        "62c328, not UTF-8",
        "61ff, not UTF-8",
        "63eda080, not UTF-8",
        "62c0af, not UTF-8",
        "0000, bytes follow after its end",
        "a0f6, bytes follow after its end",
        "'', it ends too early",
        "4401, it ends too early",
        "7affffffff, it ends too early",
        "5bffffffffffffffff, it ends too early",
        "5b7fffffffffffffff, it ends too early",
        "9a7fffffff, more elements promised",
        "9bffffffffffffffff, more elements promised",
        "bb7fffffffffffffff, more elements promised",
        "ba40000000 0000, more elements promised",
        "830102, more elements promised",
    })
    void whatCtapDoesNotUseIsRefused(String hex, String why) {
        MalformedFault fault = assertThrows(MalformedFault.class, () -> decode(hex));
        assertEquals(CtapStatus.INVALID_CBOR, fault.status());
        assertTrue(fault.getMessage().startsWith("not valid CBOR: "), fault.getMessage());
        assertTrue(fault.getMessage().contains(why), fault.getMessage());
    }

    @Test
    void fourLevelsAreCanonicalAndEightAreTheLast() {
        assertEquals(List.of(), decode("81".repeat(3) + "80").deviations());
        assertEquals(List.of(), decode("81".repeat(4) + "00").deviations());
        assertEquals(
                List.of("nested deeper than four levels"),
                decode("81".repeat(4) + "80").deviations());
        assertEquals(
                List.of("nested deeper than four levels"),
                decode("81".repeat(8) + "00").deviations());
        assertEquals(
                "81".repeat(8) + "00",
                decode("81".repeat(8) + "00").value().encode().hex());
        assertThrows(MalformedFault.class, () -> decode("81".repeat(8) + "80"));
        assertThrows(MalformedFault.class, () -> decode("a101".repeat(9) + "00"));
        assertThrows(MalformedFault.class, () -> decode("81".repeat(500_000)));
    }

    @Test
    void aMessageOfMoreThanAMegabyteIsRefusedUnread() {
        MalformedFault fault = assertThrows(MalformedFault.class, () -> Cbor.decode(new byte[Cbor.MAX_SIZE + 1]));
        assertEquals(CtapStatus.INVALID_LENGTH, fault.status());
    }

    @Test
    void aMessageCutOffAnywhereIsRefused() {
        byte[] whole = PythonFido2.INFO.toArray();
        for (int size = 0; size < whole.length; size++) {
            byte[] cut = PythonFido2.INFO.slice(0, size).toArray();
            assertThrows(MalformedFault.class, () -> Cbor.decodeMap(cut), size + " bytes");
        }
        assertEquals(PythonFido2.INFO, Cbor.decodeMap(whole).value().encode());
    }

    @Test
    void aMapInFrontOfOtherBytesKnowsItsLength() {
        Bytes row = Bytes.fromHex("ffff a10102 dead");
        Cbor.Prefix<CborMap> prefix = Cbor.decodeMapPrefix(row, 2);
        assertEquals(3, prefix.length());
        assertEquals("{1: 2}", prefix.value().toString());
        assertThrows(MalformedFault.class, () -> Cbor.decodeMapPrefix(row, 7));
        assertThrows(MalformedFault.class, () -> Cbor.decodeMapPrefix(Bytes.fromHex("00"), 0));
    }

    @Test
    void aMessageThatIsNoMapIsOfTheWrongType() {
        MalformedFault fault = assertThrows(MalformedFault.class, () -> Cbor.decodeMap(Bytes.fromHex("80")));
        assertEquals(CtapStatus.CBOR_UNEXPECTED_TYPE, fault.status());
    }

    private static Cbor.Decoded<CborItem> decode(String hex) {
        return Cbor.decode(Bytes.fromHex(hex).toArray());
    }
}
