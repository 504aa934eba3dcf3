package dev.seckey.cli.virtual;

import dev.seckey.ctap2.server.HidServer;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.transports.virtual.PacketServer;
import dev.seckey.transports.virtual.PacketSink;

/** The software authenticator as a USB key: a packet server whose answers go where the last packet came from. */
public final class SoftUsbKey implements PacketServer, AutoCloseable {
    private final HidServer server;
    private volatile PacketSink answers = packet -> {};

    public SoftUsbKey(RequestHandler key, Ticker ticker) {
        this.server = new HidServer(key, packet -> answers.send(packet), ticker);
    }

    @Override
    public void receive(byte[] packet, PacketSink sink) {
        answers = sink;
        server.accept(packet);
    }

    @Override
    public void close() {
        server.close();
    }
}
