package dev.seckey.cli.virtual;

import dev.seckey.ctap2.server.FaultPlan;
import dev.seckey.ctap2.server.HidServer;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.transports.virtual.PacketServer;
import dev.seckey.transports.virtual.PacketSink;

/** The software authenticator as a USB key: a packet server whose answers go where the last packet came from. */
final class SoftUsbKey implements PacketServer, AutoCloseable {
    private final HidServer server;
    private volatile PacketSink answers = packet -> {};

    SoftUsbKey(RequestHandler key, Ticker ticker, FaultPlan faults) {
        this.server = new HidServer(key, packet -> faults.pass(packet).ifPresent(answers::send), ticker);
    }

    @Override
    public void receive(byte[] packet, PacketSink sink) {
        answers = sink;
        server.accept(packet);
    }

    void powerCycle() {
        server.powerCycle();
    }

    @Override
    public void close() {
        server.close();
    }
}
