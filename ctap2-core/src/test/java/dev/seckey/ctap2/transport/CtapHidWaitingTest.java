package dev.seckey.ctap2.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keepalives, cancelling and the deadline over CTAPHID (CTAP 2.3 §11.2.9.1.5 and §11.2.9.2.1). */
class CtapHidWaitingTest extends ScriptedCtapHid {
    @Test
    void keepalivesAreHeardOnceForARunOfEqualStates() {
        CtapHid device = opened("""
                > 00000005 90 0001 04
                < 00000005 BB 0001 01
                < 00000005 BB 0001 01
                < 00000005 BB 0001 02
                < 00000005 BB 0001 02
                < 00000005 BB 0001 01
                < 00000005 90 0001 00
                """);

        device.cbor(GET_INFO, exchange);

        assertEquals(List.of(Keepalive.PROCESSING, Keepalive.USER_PRESENCE_NEEDED, Keepalive.PROCESSING), keepalives);
    }

    @Test
    void afterACancelTheAnswerMayStillBeSuccess() {
        CtapHid device = opened("""
                > 00000005 90 0001 04
                < 00000005 BB 0001 02
                cancel
                > 00000005 91 0000
                < 00000005 BB 0001 02
                < 00000005 90 0001 00
                """);

        assertEquals(OK, device.cbor(GET_INFO, exchange));
        script.assertDone();
    }

    @Test
    void aCancelledKeyThatStaysSilentIsLeftAfterASecond() {
        CtapHid device = opened("""
                > 00000005 90 0001 04
                cancel
                > 00000005 91 0000
                """);

        assertEquals(Reason.CANCELLED, failure(device, GET_INFO));
        assertTrue(ticker.nanos() < 1_200_000_000L);
        script.assertDone();
    }

    @Test
    void nothingIsSentOnceCancelled() {
        CtapHid device = opened("");
        cancel.cancel();

        assertEquals(Reason.CANCELLED, failure(device, GET_INFO));
    }

    @Test
    void aU2fMessageKnowsNoCancel() {
        CtapHid device = opened("""
                > 00000005 83 0002 0003
                cancel
                < 00000005 83 0002 6985
                """);

        assertEquals(Bytes.fromHex("6985"), device.u2f(Bytes.fromHex("0003"), exchange));
    }

    @Test
    void whenTimeRunsOutTheKeyIsToldToStop() {
        CtapHid device = opened("""
                > 00000005 90 0001 04
                > 00000005 91 0000
                """);

        assertEquals(Reason.NO_ANSWER, failure(device, GET_INFO));
        assertEquals(10_000_000_000L, ticker.nanos());
        script.assertDone();
    }

    @Test
    void keepalivesDoNotExtendTheDeadline() {
        CtapHid device = opened(answered("BB 0001 01") + "> 00000005 91 0000");

        assertEquals(Reason.NO_ANSWER, failure(device, GET_INFO));
        assertEquals(10_000_000_000L, ticker.nanos());
    }

    @Test
    void whenTimeRunsOutWhileTheKeyWantsATouchNobodyTouchedIt() {
        CtapHid device = opened(answered("BB 0001 02") + "> 00000005 91 0000");

        assertEquals(Reason.TOUCH_TIMEOUT, failure(device, GET_INFO));
    }

    @Test
    void anAnswerThatComesTooLateIsNotTakenForTheNext() {
        CtapHid device = opened("""
                > 00000005 90 0001 04
                > 00000005 91 0000
                > 00000005 86 0008 A1A2A3A4A5A6A7A8
                < 00000005 90 0001 2D                # too late
                < 00000005 86 0011 A1A2A3A4A5A6A7A8 00000005 02 050700 05
                > 00000005 90 0001 04
                < 00000005 90 0001 00
                """);
        assertEquals(Reason.NO_ANSWER, failure(device, GET_INFO));

        Exchange later =
                new Exchange(Deadline.after(ticker, Duration.ofSeconds(10)), cancel, KeepaliveListener.NONE, false);
        assertEquals(OK, device.cbor(GET_INFO, later));
        script.assertDone();
    }

    @Test
    void nothingIsSentOnceTheTimeIsOver() {
        CtapHid device = opened("");
        ticker.advance(10_000);

        assertEquals(Reason.NO_ANSWER, failure(device, GET_INFO));
    }
}
