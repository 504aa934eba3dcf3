package dev.seckey.transports.virtual;

/** A CTAPHID device, as the host sees it: a packet comes in, and none, one or several go out, now or later. */
@FunctionalInterface
public interface PacketServer {
    /**
     * Must not wait: a CANCEL comes in here while an earlier request is still at work.
     *
     * @param packet 64 bytes
     * @param answers good until the connection ends
     */
    void receive(byte[] packet, PacketSink answers);
}
