package dev.seckey.ctap2.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ISO 7816-4 §5.2: the seven forms of a command. */
class CommandApduTest {
    private static CommandApdu parse(String hex) {
        return CommandApdu.parse(Bytes.fromHex(hex));
    }

    @Test
    void everyFormIsRead() {
        Bytes data = Bytes.fromHex("AABB");
        assertEquals(new CommandApdu(0, 1, 2, 3, Bytes.EMPTY, 0, false), parse("00010203"));
        assertEquals(new CommandApdu(0, 1, 2, 3, Bytes.EMPTY, 256, false), parse("00010203 00"));
        assertEquals(new CommandApdu(0, 1, 2, 3, data, 0, false), parse("00010203 02AABB"));
        assertEquals(new CommandApdu(0, 1, 2, 3, data, 16, false), parse("00010203 02AABB 10"));
        assertEquals(new CommandApdu(0, 1, 2, 3, Bytes.EMPTY, 65536, true), parse("00010203 000000"));
        assertEquals(new CommandApdu(0, 1, 2, 3, data, 0, true), parse("00010203 000002AABB"));
        assertEquals(new CommandApdu(0, 1, 2, 3, data, 256, true), parse("00010203 000002AABB 0100"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "000102", "00010203 02AA", "00010203 01AABBCC", "00010203 0000", "00010203 000003AABB"})
    void lengthsThatDoNotFitAreRefused(String hex) {
        assertThrows(MalformedFault.class, () -> parse(hex));
    }

    @Test
    void aCommandIsWrittenEitherWay() {
        CommandApdu command = CommandApdu.of(0x80, 0x10, 0x80, 0, Bytes.fromHex("AABBCC"));

        assertEquals(Bytes.fromHex("80108000 000003 AABBCC 0000"), command.encodeExtended());
        assertEquals(List.of(Bytes.fromHex("80108000 03 AABBCC 00")), command.encodeShort(240));
        assertEquals(
                List.of(Bytes.fromHex("90108000 02 AABB"), Bytes.fromHex("80108000 01 CC 00")), command.encodeShort(2));
    }
}
