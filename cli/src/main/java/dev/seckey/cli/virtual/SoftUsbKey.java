package dev.seckey.cli.virtual;

import dev.seckey.ctap2.server.HidServer;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.transport.HidPipe;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.transports.virtual.PacketServer;
import dev.seckey.transports.virtual.PacketSink;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The software authenticator as a USB key: a packet server whose answers go where the last packet came from. */
final class SoftUsbKey implements PacketServer, AutoCloseable {
    /** Often enough for a message whose rest does not come to be given up in time. */
    private static final long POLL_MILLIS = 50;

    private final HidServer server;
    private final Faults faults;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "hid-time-limit");
        made.setDaemon(true);
        return made;
    });
    private volatile PacketSink answers = packet -> {};

    SoftUsbKey(RequestHandler key, Ticker ticker, Faults faults) {
        this.server = new HidServer(key, packet -> faults.sent().pass(packet).ifPresent(answers::send), ticker);
        this.faults = faults;
        timer.scheduleWithFixedDelay(server::poll, POLL_MILLIS, POLL_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void receive(byte[] packet, PacketSink sink) {
        answers = sink;
        faults.received()
                .pass(packet)
                .map(octets -> Arrays.copyOf(octets, HidPipe.PACKET_SIZE))
                .ifPresent(server::accept);
    }

    void powerCycle() {
        server.powerCycle();
    }

    /** Its hosts keep their channels. */
    void restart() {
        server.restart();
    }

    @Override
    public void close() {
        timer.shutdownNow();
        server.close();
    }
}
