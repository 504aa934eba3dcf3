package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.bytes.Bytes;
import java.util.Optional;

/** A pipe seen from one channel: packets of other programs are dropped, and the trace sees what it may see. */
final class HidLink implements AutoCloseable {
    /** Milliseconds in one read at most, so that a cancel is seen soon. */
    private static final long SLICE = 100;

    private final HidPipe pipe;
    private final Trace trace;

    HidLink(HidPipe pipe, Trace trace) {
        this.pipe = pipe;
        this.trace = trace;
    }

    void send(int channel, int command, Bytes message, boolean secret) {
        for (HidPacket packet : HidPacket.cut(channel, command, message)) {
            show(Trace.Direction.TO_KEY, packet, secret);
            pipe.write(packet.octets().toArray());
        }
    }

    /** Waits for one slice of time. Empty also when a packet for another channel came. */
    Optional<HidPacket> read(int channel, Deadline end, boolean secret) {
        Optional<HidPacket> packet =
                pipe.read((int) Math.min(SLICE, end.remainingMillis())).map(HidPacket::of);
        // what other programs say to the key is never ours to show
        packet.ifPresent(p -> show(Trace.Direction.FROM_KEY, p, secret || p.channel() != channel));
        return packet.filter(p -> p.channel() == channel);
    }

    /** Lets time pass; the packets that come meanwhile belong to nobody. */
    void pause(int channel, Deadline end, CancelToken cancel) {
        while (!end.isPast() && !cancel.isCancelled()) {
            read(channel, end, true);
        }
    }

    private void show(Trace.Direction direction, HidPacket packet, boolean secret) {
        Bytes shown = secret ? packet.header() : packet.octets();
        trace.moved(direction, shown, packet.octets().size() - shown.size());
    }

    @Override
    public void close() {
        pipe.close();
    }
}
