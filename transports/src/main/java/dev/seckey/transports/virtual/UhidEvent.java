package dev.seckey.transports.virtual;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The kernel's {@code struct uhid_event} (include/uapi/linux/uhid.h): packed, in the machine's own byte order. */
final class UhidEvent {
    /** Bytes in the longest event; a read of fewer would cut events off. */
    static final int SIZE = 4380;

    static final int DESTROY = 1;
    static final int STOP = 3;
    static final int OUTPUT = 6;
    static final int GET_REPORT = 9;
    static final int GET_REPORT_REPLY = 10;
    static final int CREATE2 = 11;
    static final int INPUT2 = 12;
    static final int SET_REPORT = 13;
    static final int SET_REPORT_REPLY = 14;

    /** One collection of usage page F1D0, usage 01, with a report of 64 bytes each way and no report numbers. */
    static final byte[] FIDO_DESCRIPTOR =
            HexFormat.of().parseHex("06d0f10901a1010920150026ff007508954081020921150026ff00750895409102c0");

    private static final int TYPE_SIZE = 4;
    private static final int NAME_SIZE = 128;
    private static final int PHYSICAL_PATH_SIZE = 64;
    private static final int UNIQUE_SIZE = 64;
    private static final int DATA_SIZE = 4096;
    private static final short BUS_USB = 3;
    private static final int VERSION = 0x0100;
    private static final short EIO = 5;
    private static final int PACKET_SIZE = 64;

    private UhidEvent() {}

    static int type(byte[] event) {
        return in(event).getInt(0);
    }

    static byte[] create(UhidDevice.Identity identity) {
        ByteBuffer event = allocate(SIZE, CREATE2);
        int at = TYPE_SIZE;
        put(event, at, NAME_SIZE, identity.name());
        at += NAME_SIZE;
        put(event, at, PHYSICAL_PATH_SIZE, "seckey/input0");
        at += PHYSICAL_PATH_SIZE;
        put(event, at, UNIQUE_SIZE, identity.serial());
        at += UNIQUE_SIZE;
        return event.position(at)
                .putShort((short) FIDO_DESCRIPTOR.length)
                .putShort(BUS_USB)
                .putInt(identity.vendorId())
                .putInt(identity.productId())
                .putInt(VERSION)
                .putInt(0)
                .put(FIDO_DESCRIPTOR)
                .array();
    }

    static byte[] destroy() {
        return allocate(TYPE_SIZE, DESTROY).array();
    }

    /** @param packet 64 bytes for the host */
    static byte[] input(byte[] packet) {
        return allocate(TYPE_SIZE + 2 + packet.length, INPUT2)
                .putShort((short) packet.length)
                .put(packet)
                .array();
    }

    /** The packet in an OUTPUT event; the host sends it with a report number 0 before it, or without. */
    static Optional<byte[]> output(byte[] event) {
        int size = in(event).getShort(TYPE_SIZE + DATA_SIZE) & 0xffff;
        if (size != PACKET_SIZE && size != PACKET_SIZE + 1) {
            return Optional.empty();
        }
        int end = TYPE_SIZE + size;
        return Optional.of(Arrays.copyOfRange(event, end - PACKET_SIZE, end));
    }

    /** Refuses a feature report; without an answer the host waits for five seconds. */
    static byte[] refusal(byte[] event) {
        int id = in(event).getInt(TYPE_SIZE);
        if (type(event) == GET_REPORT) {
            return allocate(TYPE_SIZE + 4 + 2 + 2, GET_REPORT_REPLY)
                    .putInt(id)
                    .putShort(EIO)
                    .putShort((short) 0)
                    .array();
        }
        return allocate(TYPE_SIZE + 4 + 2, SET_REPORT_REPLY)
                .putInt(id)
                .putShort(EIO)
                .array();
    }

    private static ByteBuffer allocate(int size, int type) {
        return ByteBuffer.allocate(size).order(ByteOrder.nativeOrder()).putInt(type);
    }

    private static ByteBuffer in(byte[] event) {
        return ByteBuffer.wrap(event).order(ByteOrder.nativeOrder());
    }

    /** Cut to the field, with a zero behind it. */
    private static void put(ByteBuffer event, int at, int fieldSize, String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        event.put(at, octets, 0, Math.min(octets.length, fieldSize - 1));
    }
}
