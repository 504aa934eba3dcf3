package dev.seckey.transports.usb;

import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.HidPipe;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Packets to and from a key on USB. hidapi frees a device while another thread reads it, and crashes: here every call
 * holds a lock, and reads let go of it every 100 ms, so that {@link #close} waits no longer than that. On Linux all
 * programs share a device; on macOS and Windows too, unless one of them asked for it alone.
 */
public final class UsbPipe implements HidPipe {
    private static final int SLICE_MILLIS = 100;

    private final HidHandle handle;
    private final ReentrantLock lock = new ReentrantLock(true);
    private boolean closed;

    UsbPipe(HidHandle handle) {
        this.handle = handle;
    }

    @Override
    public void write(byte[] packet) {
        if (packet.length != PACKET_SIZE) {
            throw new IllegalArgumentException("a packet has 64 bytes, not " + packet.length);
        }
        lock.lock();
        try {
            requireOpen();
            if (handle.write(packet) < PACKET_SIZE) {
                throw removed();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<byte[]> read(int timeoutMillis) {
        int left = Math.max(timeoutMillis, 0);
        do {
            int slice = Math.min(left, SLICE_MILLIS);
            Optional<byte[]> packet = readSlice(slice);
            if (packet.isPresent()) {
                return packet;
            }
            left -= slice;
        } while (left > 0);
        return Optional.empty();
    }

    private Optional<byte[]> readSlice(int millis) {
        byte[] packet = new byte[PACKET_SIZE];
        lock.lock();
        try {
            requireOpen();
            int count = handle.read(packet, millis);
            if (count < 0) {
                throw removed();
            }
            if (count == 0) {
                return Optional.empty();
            }
            if (count != PACKET_SIZE) {
                throw new TransportFault(
                        Reason.TRANSPORT_BROKEN, "the key sent a packet of " + count + " bytes instead of 64");
            }
            return Optional.of(packet);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            if (!closed) {
                closed = true;
                handle.close();
            }
        } finally {
            lock.unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new TransportFault(Reason.TRANSPORT_BROKEN, "the connection to the key is closed");
        }
    }

    private static TransportFault removed() {
        return new TransportFault(Reason.KEY_REMOVED, "the key was pulled out");
    }
}
