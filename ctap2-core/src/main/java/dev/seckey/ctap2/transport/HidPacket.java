package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;

/**
 * One packet of CTAPHID (CTAP 2.3 §11.2.4). The first of a message is channel (4 bytes), command with its high bit set,
 * length of the message (2 bytes) and up to 57 bytes of it; the others are channel, sequence number from 0, and up to
 * 59 bytes.
 *
 * @param octets 64 bytes
 */
public record HidPacket(Bytes octets) {
    /** The channel of those that have none yet. */
    public static final int BROADCAST = 0xFFFFFFFF;

    /** Bytes in the longest message: one first packet and 128 others. */
    public static final int MAX_MESSAGE = 57 + 128 * 59;

    private static final int FIRST_HEADER = 7;
    private static final int NEXT_HEADER = 5;
    private static final int FIRST_FLAG = 0x80;

    public HidPacket {
        if (octets.size() != HidPipe.PACKET_SIZE) {
            throw new IllegalArgumentException("a CTAPHID packet has 64 bytes, not " + octets.size());
        }
    }

    public static HidPacket of(byte[] octets) {
        return new HidPacket(Bytes.of(octets));
    }

    /** Cuts a message of at most {@link #MAX_MESSAGE} bytes into its packets. */
    public static List<HidPacket> cut(int channel, int command, Bytes message) {
        if (message.size() > MAX_MESSAGE) {
            throw new IllegalArgumentException("a CTAPHID message has at most 7609 bytes, not " + message.size());
        }
        Bytes address = Bytes.ofInts(channel >>> 24, channel >>> 16, channel >>> 8, channel);
        List<HidPacket> packets = new ArrayList<>();
        Bytes kind = Bytes.ofInts(FIRST_FLAG | command, message.size() >>> 8, message.size());
        int done = 0;
        do {
            Bytes header = address.plus(kind);
            int end = Math.min(message.size(), done + HidPipe.PACKET_SIZE - header.size());
            packets.add(padded(header.plus(message.slice(done, end))));
            done = end;
            kind = Bytes.ofInts(packets.size() - 1);
        } while (done < message.size());
        return packets;
    }

    private static HidPacket padded(Bytes start) {
        return new HidPacket(start.plus(Bytes.of(new byte[HidPipe.PACKET_SIZE - start.size()])));
    }

    public int channel() {
        return (int) octets.uint32(0);
    }

    /** Whether a message begins here. */
    public boolean isFirst() {
        return octets.at(4) >= FIRST_FLAG;
    }

    /** Of a first packet: the command, without its high bit. */
    public int command() {
        return octets.at(4) & ~FIRST_FLAG;
    }

    public boolean is(HidCommand command) {
        return isFirst() && command() == command.number();
    }

    /** Of a first packet: bytes in the whole message. */
    public int length() {
        return octets.uint16(5);
    }

    /** Of any other packet: its number, from 0 to 127. */
    public int sequence() {
        return octets.at(4);
    }

    /** What may be shown of a packet that holds secrets: 7 or 5 bytes. */
    public Bytes header() {
        return octets.slice(0, isFirst() ? FIRST_HEADER : NEXT_HEADER);
    }

    /** The part of the message in this packet, padding included. */
    public Bytes payload() {
        return octets.from(isFirst() ? FIRST_HEADER : NEXT_HEADER);
    }
}
