package dev.seckey.cli.virtual;

import dev.seckey.ctap2.server.ApduServer;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.transports.virtual.CardServer;

/** The software authenticator as a card on a virtual reader. */
final class SoftCard implements CardServer, AutoCloseable {
    private static final byte[] NOTHING = {};

    private final ApduServer server;
    private final Faults faults;

    SoftCard(RequestHandler key, Faults faults) {
        this.server = new ApduServer(key);
        this.faults = faults;
    }

    @Override
    public byte[] transmit(byte[] apdu) {
        return faults.received()
                .pass(apdu)
                .flatMap(received -> faults.sent().pass(server.transmit(received)))
                .orElse(NOTHING);
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
