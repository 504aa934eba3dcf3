package dev.seckey.cli.virtual;

import dev.seckey.ctap2.server.ApduServer;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.transports.virtual.CardServer;

/** The software authenticator as a card on a virtual reader. */
public final class SoftCard implements CardServer, AutoCloseable {
    private final ApduServer server;

    public SoftCard(RequestHandler key) {
        this.server = new ApduServer(key);
    }

    @Override
    public byte[] transmit(byte[] apdu) {
        return server.transmit(apdu);
    }

    @Override
    public byte[] atr() {
        return ApduServer.ATR.toArray();
    }

    @Override
    public void powerOn() {
        server.powerOn();
    }

    @Override
    public void powerOff() {
        server.powerOff();
    }

    @Override
    public void reset() {
        server.powerOff();
        server.powerOn();
    }

    @Override
    public void close() {
        server.close();
    }
}
