package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.bytes.Bytes;
import java.io.ByteArrayOutputStream;

/** A message that arrives packet by packet on one channel. */
public final class HidAssembly {
    private final HidPacket first;
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private int nextSequence;

    public HidAssembly(HidPacket first) {
        this.first = first;
        take(first);
    }

    /** Takes the packet if it is the next one; otherwise nothing changes and the answer is false. */
    public boolean add(HidPacket packet) {
        if (packet.isFirst() || packet.sequence() != nextSequence) {
            return false;
        }
        nextSequence++;
        take(packet);
        return true;
    }

    private void take(HidPacket packet) {
        received.writeBytes(packet.payload().toArray());
    }

    public int channel() {
        return first.channel();
    }

    public int command() {
        return first.command();
    }

    public boolean isComplete() {
        return received.size() >= first.length();
    }

    /** The message, once it is complete. */
    public Bytes message() {
        return Bytes.of(received.toByteArray(), 0, first.length());
    }
}
