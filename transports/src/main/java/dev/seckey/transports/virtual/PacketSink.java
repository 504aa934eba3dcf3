package dev.seckey.transports.virtual;

/** Where a packet server's answers go. From any thread, one packet at a time; packets to a host that left are dropped. */
@FunctionalInterface
public interface PacketSink {
    /** @param packet 64 bytes */
    void send(byte[] packet);
}
