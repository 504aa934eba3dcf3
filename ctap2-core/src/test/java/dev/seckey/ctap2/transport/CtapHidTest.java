package dev.seckey.ctap2.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The client's side of CTAPHID (CTAP 2.3 §11.2), packet by packet. */
class CtapHidTest extends ScriptedCtapHid {
    @Test
    void openingTellsVersionsAndCapabilities() {
        HidInfo info = opened("").info();

        assertEquals(new HidInfo(2, Bytes.fromHex("050700"), 0x05), info);
        assertTrue(info.canWink() && info.speaksCtap2() && info.speaksU2f());
    }

    @Test
    void anInitAnswerToAnotherProgramIsIgnored() {
        CtapHid device = open("""
                > FFFFFFFF 86 0008 A1A2A3A4A5A6A7A8
                < FFFFFFFF 86 0011 B1B2B3B4B5B6B7B8 00000004 02 050700 05
                < 00000003 90 0001 00
                < FFFFFFFF 86 0011 A1A2A3A4A5A6A7A8 00000005 02 050700 05
                > 00000005 90 0001 04
                < 00000005 90 0001 00
                """);

        assertEquals(OK, device.cbor(GET_INFO, exchange));
    }

    @Test
    void aKeyThatDoesNotAnswerInitIsGivenUpAndClosed() {
        TransportFault fault = assertThrows(TransportFault.class, () -> open("> FFFFFFFF 86 0008 A1A2A3A4A5A6A7A8"));

        assertEquals(Reason.NO_ANSWER, fault.reason());
        assertTrue(pipe.isClosed());
    }

    @Test
    void aMessageIsCutAndItsAnswerPutTogether() {
        String long1 = "01".repeat(57);
        String long2 = "02".repeat(59);
        CtapHid device = opened("""
                > 00000005 81 0077 %s
                > 00000005 00 %s
                > 00000005 01 030303
                < 00000005 81 0077 %s
                < 00000005 00 %s
                < 00000005 01 030303
                """.formatted(long1, long2, long1, long2));
        Bytes data = Bytes.fromHex(long1 + long2 + "030303");

        assertEquals(data, device.ping(data, exchange));
        script.assertDone();
    }

    @Test
    void aPacketForAnotherChannelIsIgnored() {
        CtapHid device = opened("""
                > 00000005 90 0001 04
                < 00000007 90 0001 2D
                < 00000005 90 003A 00
                < 00000007 BF 0001 06
                < 00000005 00 77
                """);

        assertEquals(0x77, device.cbor(GET_INFO, exchange).at(57));
    }

    @Test
    void busyIsAskedAgainUntilItIsNot() {
        CtapHid device = opened("""
                > 00000005 90 0001 04
                < 00000005 BF 0001 06
                > 00000005 90 0001 04
                < 00000005 BF 0001 06
                > 00000005 90 0001 04
                < 00000005 90 0001 00
                """);

        assertEquals(OK, device.cbor(GET_INFO, exchange));
        assertEquals(150_000_000, ticker.nanos(), "50 ms, then twice that");
    }

    @Test
    void busyTillTheDeadlineIsReportedAsBusy() {
        String refused = """
                > 00000005 90 0001 04
                < 00000005 BF 0001 06
                """;
        CtapHid device = opened(refused.repeat(28)); // pauses grow to 400 ms

        assertEquals(Reason.KEY_BUSY, failure(device, GET_INFO));
    }

    @Test
    void noErrorButBusyIsEverAskedAgain() {
        assertEquals(Reason.TRANSPORT_BROKEN, failure(opened(answered("BF 0001 04")), GET_INFO), "sequence");
        assertEquals(Reason.NO_ANSWER, failure(opened(answered("BF 0001 05")), GET_INFO), "timeout");
        assertEquals(Reason.TRANSPORT_BROKEN, failure(opened(answered("BF 0001 0B")), GET_INFO), "channel");
        assertEquals(Reason.KEY_REFUSED, failure(opened(answered("BF 0001 03")), GET_INFO), "length");
        assertEquals(Reason.UNSUPPORTED, failure(opened(answered("BF 0001 01")), GET_INFO), "command");
        script.assertDone();
    }

    @Test
    void aMissingPacketBreaksTheTransport() {
        CtapHid device = opened(answered("90 00C8 00") + "< 00000005 01 00");

        assertEquals(Reason.TRANSPORT_BROKEN, failure(device, GET_INFO));
    }

    @Test
    void anAnswerToAnotherCommandBreaksTheTransport() {
        assertEquals(Reason.TRANSPORT_BROKEN, failure(opened(answered("83 0002 9000")), GET_INFO));
    }

    @Test
    void anAnswerWithoutAStatusBreaksTheTransport() {
        assertEquals(Reason.TRANSPORT_BROKEN, failure(opened(answered("90 0000")), GET_INFO));
    }

    @Test
    void aMessageTooLongForThePacketsIsNotSent() {
        Bytes tooLong = Bytes.of(new byte[7610]);

        assertEquals(Reason.UNSUPPORTED, failure(opened(""), tooLong));
    }

    @Test
    void aKeyPulledOutInTheMiddleOfItsAnswerIsReportedAsSuch() {
        assertEquals(Reason.KEY_REMOVED, failure(opened(answered("90 00C8 00") + "unplug"), GET_INFO));
    }

    @Test
    void whatTheKeyCannotDoIsNotSent() {
        CtapHid device = open("""
                > FFFFFFFF 86 0008 A1A2A3A4A5A6A7A8
                < FFFFFFFF 86 0011 A1A2A3A4A5A6A7A8 00000005 02 050700 08
                """);

        assertEquals(Reason.UNSUPPORTED, failure(device, GET_INFO));
        assertThrows(TransportFault.class, () -> device.u2f(GET_INFO, exchange));
        assertThrows(TransportFault.class, () -> device.wink(exchange));
        script.assertDone();
    }

    @Test
    void aVendorCommandGoesThroughAndOtherNumbersDoNot() {
        CtapHid device = opened("""
                > 00000005 C2 0001 00
                < 00000005 C2 0002 0102
                """);

        assertEquals(Bytes.fromHex("0102"), device.vendor(0x42, Bytes.fromHex("00"), exchange));
        assertThrows(IllegalArgumentException.class, () -> device.vendor(0x10, Bytes.EMPTY, exchange));
    }

    @Test
    void aTraceShowsOnlyTheHeadersOfAMessageWithSecrets() {
        CtapHid device = opened("""
                > 00000005 90 0002 0642
                < 00000005 90 003A 0042
                < 00000005 00 42
                """);
        trace.lines.clear();

        device.cbor(Bytes.fromHex("0642"), exchange.asSecret());

        assertEquals(List.of("> 00000005900002 +57", "< 0000000590003a +57", "< 0000000500 +59"), trace.lines);
    }

    @Test
    void aTraceDoesNotShowWhatOtherProgramsSay() {
        CtapHid device = opened("""
                > 00000005 90 0001 04
                < 00000007 90 0002 0042
                < 00000005 90 0001 00
                """);
        trace.lines.clear();

        device.cbor(GET_INFO, exchange);

        assertEquals("< 00000007900002 +57", trace.lines.get(1));
        assertFalse(trace.lines.get(2).endsWith("+57"));
    }
}
