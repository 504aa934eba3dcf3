package dev.seckey.transports.usb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class UsbPipeTest {
    private static final byte[] PACKET = new byte[64];

    /** Gives prepared numbers, as hidapi would, and notes what it was asked. */
    private static class ScriptedHandle implements HidHandle {
        final Deque<Integer> reads = new ArrayDeque<>();
        final List<Integer> slices = new ArrayList<>();
        int written = 65;
        int closed;

        @Override
        public int write(byte[] packet) {
            return written;
        }

        @Override
        public int read(byte[] into, int timeoutMillis) {
            slices.add(timeoutMillis);
            return reads.isEmpty() ? 0 : reads.poll();
        }

        @Override
        public void close() {
            closed++;
        }
    }

    private final ScriptedHandle handle = new ScriptedHandle();
    private final UsbPipe pipe = new UsbPipe(handle);

    private static void assertReason(Reason reason, Runnable action) {
        assertEquals(reason, assertThrows(TransportFault.class, action::run).reason());
    }

    @Test
    void aWaitIsCutIntoSlicesSoThatClosingNeverWaitsLong() {
        assertEquals(Optional.empty(), pipe.read(250));

        assertEquals(List.of(100, 100, 50), handle.slices);
    }

    @Test
    void aPacketEndsTheWait() {
        handle.reads.addAll(List.of(0, 64));

        assertArrayEquals(PACKET, pipe.read(1_000).orElseThrow());
        assertEquals(2, handle.slices.size());
    }

    @Test
    void zeroMillisecondsLooksOnce() {
        pipe.read(0);

        assertEquals(List.of(0), handle.slices);
    }

    @Test
    void aKeyThatIsPulledOutIsGoneForReaderAndWriter() {
        handle.reads.add(-1);
        handle.written = -1;

        assertReason(Reason.KEY_REMOVED, () -> pipe.read(100));
        assertReason(Reason.KEY_REMOVED, () -> pipe.write(PACKET));
    }

    @Test
    void aShortPacketBreaksTheRules() {
        handle.reads.add(8);

        assertReason(Reason.TRANSPORT_BROKEN, () -> pipe.read(100));
    }

    @Test
    void aClosedPipeTouchesTheDeviceNoMore() {
        pipe.close();
        pipe.close();

        assertEquals(1, handle.closed);
        assertReason(Reason.TRANSPORT_BROKEN, () -> pipe.write(PACKET));
        assertReason(Reason.TRANSPORT_BROKEN, () -> pipe.read(100));
    }

    @Test
    void closingWaitsForTheSliceThatIsBeingRead() throws InterruptedException {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        boolean[] closedWhileReading = new boolean[1];
        UsbPipe shared = new UsbPipe(new ScriptedHandle() {
            @Override
            public int read(byte[] into, int timeoutMillis) {
                reading.countDown();
                await(finish);
                closedWhileReading[0] = closed > 0;
                return 64;
            }
        });
        Thread reader = new Thread(() -> shared.read(60_000));
        Thread closer = new Thread(shared::close);
        reader.start();
        reading.await();
        closer.start();
        while (closer.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        finish.countDown();
        reader.join();
        closer.join();

        assertFalse(closedWhileReading[0]);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
