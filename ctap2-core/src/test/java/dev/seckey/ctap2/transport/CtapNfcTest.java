package dev.seckey.ctap2.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The client's side of CTAP over ISO 7816 (CTAP 2.3 §11.3), APDU by APDU. */
class CtapNfcTest {
    private static final String POLL = """
            > 8011000000
            < 02 9100
            """;

    private static final String SELECTED = """
            > 00A4040008 A0000006472F0001 00
            < 4649444F5F325F30 9000
            """;

    private static final Bytes GET_INFO = Bytes.fromHex("04");
    private static final Bytes SELECTION = Bytes.fromHex("0B");
    private static final Bytes OK = Bytes.fromHex("00");

    /** After 2, 4, 8, 16, 32, 64, eight times 100 and the last 74 milliseconds. */
    private static final int POLLS_IN_A_SECOND = 15;

    private final ManualTicker ticker = new ManualTicker();
    private final CancelToken cancel = new CancelToken();
    private final List<Keepalive> keepalives = new ArrayList<>();
    private final TraceLog trace = new TraceLog();
    private final Exchange exchange =
            new Exchange(Deadline.after(ticker, Duration.ofSeconds(1)), cancel, keepalives::add, false);

    private Script script;

    private CtapNfc open(String text, ApduLengths lengths) {
        script = new Script(text, cancel);
        return CtapNfc.open(new ScriptedApduPipe(script), lengths, trace, ticker);
    }

    private CtapNfc selected(String text) {
        return open(SELECTED + text, ApduLengths.SHORT);
    }

    private TransportFault failure(CtapNfc device, Bytes request) {
        return assertThrows(TransportFault.class, () -> device.cbor(request, exchange));
    }

    @Test
    void selectingTellsWhatTheAppletSaid() {
        assertEquals("FIDO_2_0", selected("").version());
    }

    @Test
    void aCardWithoutTheAppletIsNoKey() {
        TransportFault fault = assertThrows(TransportFault.class, () -> open("""
                        > 00A4040008 A0000006472F0001 00
                        < 6A82
                        """, ApduLengths.SHORT));

        assertEquals(Reason.UNSUPPORTED, fault.reason());
        assertEquals("no FIDO on this card (status word 6A82)", fault.getMessage());
    }

    @Test
    void aShortMessageIsOneApdu() {
        CtapNfc device = selected("""
                > 8010800001 04 00
                < 00A0 9000
                """);

        assertEquals(Bytes.fromHex("00A0"), device.cbor(GET_INFO, exchange));
    }

    @Test
    void aLongMessageGoesInPiecesAndALongAnswerComesInPieces() {
        CtapNfc device = selected("""
                > 90108000F0 %s
                < 9000
                > 90108000F0 %s
                < 9000
                > 8010800014 %s 00
                < 00 %s 6103
                > 80C0000003
                < 010203 6100
                > 80C0000000
                < 04 9000
                """.formatted("AA".repeat(240), "AA".repeat(240), "AA".repeat(20), "BB".repeat(255)));

        Bytes answer = device.cbor(Bytes.fromHex("AA".repeat(500)), exchange);

        assertEquals(Bytes.fromHex("00" + "BB".repeat(255) + "01020304"), answer);
        script.assertDone();
    }

    @Test
    void anExtendedMessageGoesWholeAndItsAnswerMayStillComeInPieces() {
        CtapNfc device = open("""
                > 00A4040008 A0000006472F0001 00
                < 5532465F5632 9000
                > 80108000 0001F4 %s 0000
                < 00 6101
                > 80C0000001
                < 77 9000
                """.formatted("AA".repeat(500)), ApduLengths.EXTENDED);

        assertEquals(Bytes.fromHex("0077"), device.cbor(Bytes.fromHex("AA".repeat(500)), exchange));
        script.assertDone();
    }

    @Test
    void anAnswerThatNeverEndsBreaksTheTransport() {
        CtapNfc device = selected("""
                > 8010800001 04 00
                < 6100
                > 80C0000000
                < 6100
                """);

        assertEquals(Reason.TRANSPORT_BROKEN, failure(device, GET_INFO).reason());
    }

    @Test
    void aKeyAtWorkIsPolledAfter2MillisecondsAndThenMoreAndMoreSeldom() {
        CtapNfc device = selected("""
                > 8010800001 0B 00
                < 01 9100
                > 8011000000
                < 02 9100
                > 8011000000
                < 02 9100
                > 8011000000
                < 00 9000
                """);

        assertEquals(OK, device.cbor(SELECTION, exchange));
        assertEquals(List.of(Keepalive.PROCESSING, Keepalive.USER_PRESENCE_NEEDED), keepalives);
        assertEquals((2 + 4 + 8) * 1_000_000, ticker.nanos());
    }

    @Test
    void afterACancelTheAnswerMayStillBeSuccess() {
        CtapNfc device = selected("""
                > 8010800001 0B 00
                < 02 9100
                > 8011000000
                cancel
                < 02 9100
                > 8011110000
                < 02 9100
                > 8011000000
                < 00 9000
                """);

        assertEquals(OK, device.cbor(SELECTION, exchange));
        script.assertDone();
    }

    @Test
    void aCancelledKeyThatGoesOnIsLeftAtTheEnd() {
        CtapNfc device = selected("""
                > 8010800001 0B 00
                cancel
                < 02 9100
                > 8011110000
                < 02 9100
                """ + POLL.repeat(POLLS_IN_A_SECOND - 1));

        assertEquals(Reason.CANCELLED, failure(device, SELECTION).reason());
        script.assertDone();
    }

    @Test
    void whenTimeRunsOutTheKeyIsToldToStop() {
        CtapNfc device = selected("""
                > 8010800001 0B 00
                < 02 9100
                """ + POLL.repeat(POLLS_IN_A_SECOND) + """
                > 8011110000
                < 2D 9000
                """);

        assertEquals(Reason.TOUCH_TIMEOUT, failure(device, SELECTION).reason());
        script.assertDone();
    }

    @Test
    void anAnswerInTheLastMomentIsAnAnswer() {
        CtapNfc device = selected("""
                > 8010800001 0B 00
                < 02 9100
                """ + POLL.repeat(POLLS_IN_A_SECOND) + """
                > 8011110000
                < 00 9000
                """);

        assertEquals(OK, device.cbor(SELECTION, exchange));
    }

    @Test
    void getInfoSelectsAgainWhenTheCardWasResetMeanwhile() {
        CtapNfc device = selected("""
                > 8010800001 04 00
                < 6D00
                > 00A4040008 A0000006472F0001 00
                < 4649444F5F325F30 9000
                > 8010800001 04 00
                < 00 9000
                """);

        assertEquals(OK, device.cbor(GET_INFO, exchange));
    }

    @Test
    void noOtherCommandIsSentTwice() {
        CtapNfc device = selected("""
                > 8010800001 0B 00
                < 6D00
                """);

        assertEquals(Reason.UNSUPPORTED, failure(device, SELECTION).reason());
        script.assertDone();
    }

    @Test
    void statusWordsAreReportedInWordsAndUnknownOnesWithTheirNumber() {
        assertEquals(
                "the key does not know this kind of command (status word 6E00)",
                failure(selected("> 8010800001 0B 00\n< 6E00"), SELECTION).getMessage());
        assertEquals(
                "the key did not accept the length of the message (status word 6700)",
                failure(selected("> 8010800001 0B 00\n< 6700"), SELECTION).getMessage());
        assertEquals(
                "the key reports an error (status word 6FAB)",
                failure(selected("> 8010800001 0B 00\n< 6FAB"), SELECTION).getMessage());
    }

    @Test
    void anAnswerWithoutAStatusBreaksTheTransport() {
        assertEquals(
                Reason.TRANSPORT_BROKEN,
                failure(selected("> 8010800001 0B 00\n< 9000"), SELECTION).reason());
    }

    @Test
    void aU2fMessageGoesInShortApdusOfClass00() {
        CtapNfc device = selected("""
                > 0003000000
                < 553246 6103
                > 00C0000003
                < 5F5632 9000
                """);

        assertEquals(
                Bytes.utf8("U2F_V2").plus(Bytes.fromHex("9000")),
                device.u2f(Bytes.fromHex("00030000000000"), exchange));
    }

    @Test
    void aTraceShowsOnlyHeaderAndStatusWordOfAMessageWithSecrets() {
        CtapNfc device = selected("""
                > 8010800002 0642 00
                < 00424242 9000
                """);
        trace.lines.clear();

        device.cbor(Bytes.fromHex("0642"), exchange.asSecret());

        assertEquals(List.of("> 8010800002 +3", "< 9000 +4"), trace.lines);
    }
}
