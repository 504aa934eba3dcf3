package dev.seckey.cli.diagnose.key;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.HidCommand;
import dev.seckey.ctap2.transport.HidPacket;
import dev.seckey.ctap2.transport.HidPipe;
import dev.seckey.ctap2.transport.Ticker;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Pings a USB key packet by packet (CTAP 2.3 §11.2.9.1.4). A ping comes back as it went, so that for every packet it is
 * known what must come: what is missing, doubled or changed shows, where the framing above would only fail.
 */
final class PingRun {
    private static final int NONCE = 8;
    private static final int FIRST_ROOM = 57;
    private static final int NEXT_ROOM = 59;

    /** Bytes in a ping: one packet most times, and some of four, which can lose one on the way. */
    private static final int SHORT = 32;

    private static final int LONG = 200;
    private static final int EVERY_LONG = 5;

    /** Milliseconds without any packet after which one counts as lost. */
    private static final int PATIENCE = 1_000;

    private static final int LAST_LOOK = 20;
    private static final int MOST_LOST = 3;
    private static final int MOST_PACKETS = 500;

    private final HidPipe pipe;
    private final Ticker ticker;
    private final Set<Bytes> seen = new HashSet<>();
    private final RoundTrips times = new RoundTrips();
    private int channel = HidPacket.BROADCAST;
    private int lost;
    private int doubled;
    private int changed;
    private int foreign;
    private int packets;

    PingRun(HidPipe pipe, Ticker ticker) {
        this.pipe = pipe;
        this.ticker = ticker;
    }

    /**
     * What came of it.
     *
     * @param lost packets that did not come
     * @param doubled packets that came again
     * @param changed packets that were not sent like that
     * @param foreign packets to other programs
     */
    record Outcome(RoundTrips times, int lost, int doubled, int changed, int foreign) {}

    Outcome run(int count, SecureRandom random) {
        channel = allocate(random);
        for (int i = 0; i < count && lost < MOST_LOST; i++) {
            boolean isLong = i % EVERY_LONG == EVERY_LONG - 1;
            ping(i, isLong ? LONG : SHORT, !isLong);
        }
        pipe.read(LAST_LOOK).ifPresent(late -> unexpected(HidPacket.of(late)));
        return new Outcome(times, lost, doubled, changed, foreign);
    }

    private int allocate(SecureRandom random) {
        Bytes nonce = Bytes.random(random, NONCE);
        HidPacket.cut(HidPacket.BROADCAST, HidCommand.INIT.number(), nonce)
                .forEach(packet -> pipe.write(packet.octets().toArray()));
        for (Optional<HidPacket> packet = read(); packet.isPresent(); packet = read()) {
            if (packet.get().is(HidCommand.INIT)
                    && packet.get().payload().slice(0, NONCE).equals(nonce)) {
                return (int) packet.get().payload().uint32(NONCE);
            }
        }
        throw new TransportFault(Reason.NO_ANSWER, "the key did not answer in time");
    }

    private void ping(int number, int size, boolean timed) {
        byte[] filler = new byte[size];
        Arrays.fill(filler, (byte) (number + 1));
        List<Bytes> expected = new ArrayList<>();
        long start = ticker.nanos();
        int left = size;
        for (HidPacket packet : HidPacket.cut(channel, HidCommand.PING.number(), Bytes.of(filler))) {
            int room = Math.min(left, packet.isFirst() ? FIRST_ROOM : NEXT_ROOM);
            left -= room;
            expected.add(packet.octets().slice(0, packet.header().size() + room));
            pipe.write(packet.octets().toArray());
        }
        if (receive(expected) && timed) {
            times.add(ticker.nanos() - start);
        }
    }

    /** Whether all came, in order. */
    private boolean receive(List<Bytes> expected) {
        int next = 0;
        boolean whole = true;
        while (next < expected.size()) {
            Optional<HidPacket> packet = read();
            if (packet.isEmpty()) {
                lost += expected.size() - next;
                return false;
            }
            int at = position(packet.get(), expected, next);
            if (at < 0) {
                whole &= !unexpected(packet.get());
            } else {
                lost += at - next;
                whole &= at == next;
                seen.add(expected.get(at));
                next = at + 1;
            }
        }
        return whole;
    }

    private static int position(HidPacket packet, List<Bytes> expected, int from) {
        for (int at = from; at < expected.size(); at++) {
            if (begins(packet, expected.get(at))) {
                return at;
            }
        }
        return -1;
    }

    private static boolean begins(HidPacket packet, Bytes start) {
        return packet.octets().slice(0, start.size()).equals(start);
    }

    /** Whether it speaks against the connection. */
    private boolean unexpected(HidPacket packet) {
        if (packet.channel() != channel) {
            foreign++;
            return false;
        }
        if (packet.is(HidCommand.KEEPALIVE)) {
            return false;
        }
        if (packet.is(HidCommand.ERROR) && packet.payload().at(0) == CtapStatus.CHANNEL_BUSY.number()) {
            throw new TransportFault(Reason.KEY_BUSY, "the key is busy with another program");
        }
        if (seen.stream().anyMatch(earlier -> begins(packet, earlier))) {
            doubled++;
        } else {
            changed++;
        }
        return true;
    }

    private Optional<HidPacket> read() {
        return packets++ < MOST_PACKETS ? pipe.read(PATIENCE).map(HidPacket::of) : Optional.empty();
    }
}
