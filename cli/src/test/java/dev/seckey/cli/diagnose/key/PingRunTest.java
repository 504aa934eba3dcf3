package dev.seckey.cli.diagnose.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.server.SoftHidPipe;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.SoftAuthenticator;
import dev.seckey.ctap2.transport.HidPipe;
import dev.seckey.ctap2.transport.Ticker;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A simulated key, and something between it and us that spoils its packets. */
class PingRunTest {
    private static final int ANSWER_TO_INIT = 1;

    /** What arrives instead of each packet: none, one or two. */
    private static final class Spoiled implements HidPipe {
        private final HidPipe key = new SoftHidPipe(
                new SoftAuthenticator(SimulatedProfiles.named("level2").orElseThrow(), Environment.ofThisMachine()),
                Ticker.SYSTEM);

        private final Deque<byte[]> waiting = new ArrayDeque<>();
        private final int number;
        private final Function<byte[], byte[][]> instead;
        private int passed;

        /** @param number of the packet that is spoiled: 1 is the answer to INIT */
        Spoiled(int number, Function<byte[], byte[][]> instead) {
            this.number = number;
            this.instead = instead;
        }

        @Override
        public void write(byte[] packet) {
            key.write(packet);
        }

        @Override
        public Optional<byte[]> read(int timeoutMillis) {
            while (waiting.isEmpty()) {
                Optional<byte[]> packet = key.read(timeoutMillis);
                if (packet.isEmpty()) {
                    return packet;
                }
                passed++;
                for (byte[] each : passed == number ? instead.apply(packet.get()) : new byte[][] {packet.get()}) {
                    waiting.add(each);
                }
            }
            return Optional.of(waiting.poll());
        }

        @Override
        public void close() {
            key.close();
        }
    }

    private static PingRun.Outcome ping(int number, Function<byte[], byte[][]> instead) {
        try (Spoiled pipe = new Spoiled(number, instead)) {
            return new PingRun(pipe, Ticker.SYSTEM).run(20, new SecureRandom());
        }
    }

    private static void assertCounts(int lost, int doubled, int changed, int foreign, PingRun.Outcome outcome) {
        assertEquals(
                "lost " + lost + ", doubled " + doubled + ", changed " + changed + ", foreign " + foreign,
                "lost " + outcome.lost() + ", doubled " + outcome.doubled() + ", changed " + outcome.changed()
                        + ", foreign " + outcome.foreign());
    }

    @Test
    void nothingIsSpoiled() {
        PingRun.Outcome outcome = ping(0, packet -> new byte[0][]);
        assertCounts(0, 0, 0, 0, outcome);
        assertTrue(outcome.times().toString().startsWith("16 questions: fastest "), outcome.times()::toString);
    }

    @Test
    void aPacketThatGetsLostIsCounted() {
        assertCounts(1, 0, 0, 0, ping(3, packet -> new byte[0][]));
    }

    @Test
    void aPacketLostInTheMiddleOfALongAnswerIsCounted() {
        int secondOfTheFifthPing = ANSWER_TO_INIT + 4 + 2;
        assertCounts(1, 0, 0, 0, ping(secondOfTheFifthPing, packet -> new byte[0][]));
    }

    @Test
    void aPacketThatComesTwiceIsCounted() {
        assertCounts(0, 1, 0, 0, ping(3, packet -> new byte[][] {packet, packet}));
    }

    @Test
    void theLastPacketThatComesTwiceIsCounted() {
        int last = ANSWER_TO_INIT + 16 + 4 * 4;
        assertCounts(0, 1, 0, 0, ping(last, packet -> new byte[][] {packet, packet}));
    }

    @Test
    void aPacketThatWasChangedIsCountedAndMissing() {
        assertCounts(1, 0, 1, 0, ping(3, packet -> {
            packet[20] ^= 1;
            return new byte[][] {packet};
        }));
    }

    @Test
    void anAnswerToAnotherProgramIsNoMistake() {
        assertCounts(0, 0, 0, 1, ping(3, packet -> {
            byte[] other = packet.clone();
            other[3] ^= 1;
            return new byte[][] {other, packet};
        }));
    }

    @Test
    void whatStandsBehindTheMessageDoesNotCount() {
        assertCounts(0, 0, 0, 0, ping(3, packet -> {
            packet[63] = 0x55;
            return new byte[][] {packet};
        }));
    }

    @Test
    void aKeyThatGivesNoChannelIsSilent() {
        TransportFault fault = assertThrows(TransportFault.class, () -> ping(ANSWER_TO_INIT, packet -> new byte[0][]));
        assertEquals(Reason.NO_ANSWER, fault.reason());
    }

    @Test
    void timesAreUnevenIfSomeAreFarLonger() {
        RoundTrips times = new RoundTrips();
        times.add(1_000_000);
        times.add(2_000_000);
        assertFalse(times.isUneven());
        times.add(300_000_000);
        assertTrue(times.isUneven());
        assertEquals("3 questions: fastest 1.0, middle 2.0, slowest 300.0 thousandths of a second", times.toString());
    }
}
