package dev.seckey.ctap2.server;

import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.ApduPipe;

/** The host's end of a card that lives in this process. */
public final class SoftApduPipe implements ApduPipe {
    private final RequestHandler card;
    private final ApduServer server;
    private volatile boolean unplugged;

    /** Lays the card on the reader. After {@link #unplug} a new pipe is needed. */
    public SoftApduPipe(RequestHandler card) {
        this.card = card;
        this.server = new ApduServer(card);
    }

    @Override
    public byte[] transmit(byte[] command) {
        requirePlugged();
        byte[] answer = server.transmit(command);
        requirePlugged();
        return answer;
    }

    private void requirePlugged() {
        if (unplugged) {
            throw new TransportFault(Reason.KEY_REMOVED, "the card was taken away");
        }
    }

    /** Takes the card away, from any thread: what was running ends, and the card loses its power. */
    public void unplug() {
        unplugged = true;
        server.close();
        card.powerCycle();
    }

    @Override
    public void close() {
        server.close();
        card.close();
    }
}
