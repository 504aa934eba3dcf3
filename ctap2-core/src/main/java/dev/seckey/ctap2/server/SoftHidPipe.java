package dev.seckey.ctap2.server;

import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.HidPipe;
import dev.seckey.ctap2.transport.Ticker;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The host's end of a USB key that lives in this process. */
public final class SoftHidPipe implements HidPipe {
    /** Wakes a reader when the key is pulled out. */
    private static final byte[] UNPLUGGED = {};

    private final RequestHandler key;
    private final HidServer server;
    private final BlockingQueue<byte[]> fromKey = new LinkedBlockingQueue<>();
    private volatile boolean unplugged;

    /** Plugs the key in. After {@link #unplug} a new pipe is needed. */
    public SoftHidPipe(RequestHandler key, Ticker ticker) {
        this.key = key;
        this.server = new HidServer(key, fromKey::add, ticker);
    }

    @Override
    public void write(byte[] packet) {
        requirePlugged();
        server.accept(packet);
    }

    @Override
    public Optional<byte[]> read(int timeoutMillis) {
        requirePlugged();
        try {
            Optional<byte[]> packet = Optional.ofNullable(fromKey.poll(timeoutMillis, TimeUnit.MILLISECONDS));
            requirePlugged();
            return packet;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportFault(Reason.CANCELLED, "interrupted", e);
        }
    }

    private void requirePlugged() {
        if (unplugged) {
            throw new TransportFault(Reason.KEY_REMOVED, "the key was pulled out");
        }
    }

    /** Pulls the key out, from any thread: what was running ends, and the key loses its power. */
    public void unplug() {
        unplugged = true;
        fromKey.add(UNPLUGGED);
        server.close();
        key.powerCycle();
    }

    @Override
    public void close() {
        server.close();
        key.close();
    }
}
