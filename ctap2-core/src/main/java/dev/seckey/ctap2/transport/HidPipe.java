package dev.seckey.ctap2.transport;

import java.util.Optional;

/**
 * A path for packets to and from one CTAPHID device. Every open pipe of a device sees all of its packets, those for
 * other programs included: who reads must look at the channel. One thread at a time, except that {@link #close} may
 * come from any.
 */
public interface HidPipe extends AutoCloseable {
    /** Bytes in a packet, always. */
    int PACKET_SIZE = 64;

    /**
     * @param packet 64 bytes, without report number
     * @throws dev.seckey.ctap2.fault.TransportFault if the device is gone
     */
    void write(byte[] packet);

    /**
     * Waits for a packet.
     *
     * @param timeoutMillis how long, in milliseconds; 0 looks only
     * @return 64 bytes, or empty if none came in time
     * @throws dev.seckey.ctap2.fault.TransportFault if the device is gone
     */
    Optional<byte[]> read(int timeoutMillis);

    @Override
    void close();
}
