package dev.seckey.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.bytes.Bytes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void whatIsAbsentIsLeftOut() {
        assertEquals(
                "{\"b\":\"x\"}", write(out -> out.member("a", Optional.empty()).member("b", Optional.of("x"))));
    }

    @Test
    void whatIsPresentKeepsItsKind() {
        assertEquals(
                "{\"a\":true,\"b\":7,\"c\":\"2026-11-24\"}",
                write(out -> out.member("a", Optional.of(true))
                        .member("b", Optional.of(7L))
                        .member("c", Optional.of(java.time.LocalDate.of(2026, 11, 24)))));
    }

    @Test
    void octetsAreBase64urlWithoutPadding() {
        assertEquals("{\"a\":\"-_8\"}", write(out -> out.member("a", Bytes.fromHex("fbff"))));
    }

    @Test
    void textIsAsciiWhateverItSays() {
        assertEquals("{\"a\":\"\\u00E9\\n\\u001B\\\"\"}", write(out -> out.member("a", "\u00e9\n\u001b\"")));
    }

    @Test
    void objectsAndArraysNest() {
        assertEquals(
                "{\"a\":{\"b\":[\"c\",\"d\"]},\"e\":[{\"f\":1},{\"f\":2}]}",
                write(out -> out.object("a", inner -> inner.strings("b", List.of("c", "d")))
                        .objects("e", List.of(1L, 2L), (each, value) -> each.member("f", value))));
    }

    private static String write(java.util.function.Consumer<JsonWriter> members) {
        return JsonWriter.object(false, members);
    }
}
