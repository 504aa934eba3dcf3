package dev.seckey.transports.nfc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.transports.AccessAdvice;
import dev.seckey.transports.Os;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The pipe over a connection that blocks when told to; what a real one does is in NfcReadersOverPcscdTest. */
@Timeout(30)
class CardPipeTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(20);
    private static final byte[] OK = {(byte) 0x90, 0};

    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private boolean blockOpen;
    private boolean blockTransmit;
    private byte[] answer = OK;

    private CardPipe open(Duration connectLimit, Duration transmitLimit) {
        PcscFaults faults = new PcscFaults(new AccessAdvice(Os.LINUX), "ACR122U");
        return CardPipe.open(new BlockingConnection(), faults, connectLimit, transmitLimit);
    }

    private class BlockingConnection implements CardConnection {
        @Override
        public void open() {
            block(blockOpen);
        }

        @Override
        public byte[] transmit(byte[] command) {
            block(blockTransmit);
            return answer;
        }

        @Override
        public void close() {
            closed.countDown();
        }

        private void block(boolean blocking) {
            while (blocking && stuck.getCount() > 0) {
                try {
                    stuck.await();
                } catch (InterruptedException e) {
                    // PC/SC heeds no interrupt
                }
            }
        }
    }

    private static void assertReason(Reason reason, Runnable action) {
        assertEquals(reason, assertThrows(Fault.class, action::run).reason());
    }

    @Test
    void answersComeUnchanged() {
        answer = new byte[] {1, 2, 0x61, 0x10};

        assertArrayEquals(answer, open(LONG, LONG).transmit(new byte[4]));
    }

    @Test
    void anAnswerWithoutAStatusMeansThatTheCardIsGone() {
        answer = new byte[0];

        assertReason(Reason.KEY_REMOVED, () -> open(LONG, LONG).transmit(new byte[4]));
    }

    @Test
    void aConnectThatBlocksIsGivenUpAndTidiedWhenItComesBack() throws InterruptedException {
        blockOpen = true;

        assertReason(Reason.HELD_BY_ANOTHER, () -> open(SHORT, LONG));

        assertEquals(1, closed.getCount());
        stuck.countDown();
        closed.await();
    }

    @Test
    void aTransmitThatBlocksIsGivenUpAndThePipeIsNoUseAnyMore() throws InterruptedException {
        blockTransmit = true;
        CardPipe pipe = open(LONG, SHORT);

        assertReason(Reason.NO_ANSWER, () -> pipe.transmit(new byte[4]));
        assertReason(Reason.TRANSPORT_BROKEN, () -> pipe.transmit(new byte[4]));

        pipe.close();
        assertEquals(1, closed.getCount(), "closing does not wait for what is stuck");
        stuck.countDown();
        closed.await();
    }

    @Test
    void anInterruptEndsTheWaitAndStaysSet() {
        blockTransmit = true;
        CardPipe pipe = open(LONG, LONG);
        Thread.currentThread().interrupt();

        assertReason(Reason.CANCELLED, () -> pipe.transmit(new byte[4]));
        assertTrue(Thread.interrupted());
        stuck.countDown();
    }

    @Test
    void aClosedPipeSaysSo() {
        CardPipe pipe = open(LONG, LONG);
        pipe.close();
        pipe.close();

        assertEquals(0, closed.getCount());
        assertReason(Reason.TRANSPORT_BROKEN, () -> pipe.transmit(new byte[4]));
    }
}
