package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.bytes.Bytes;
import java.util.Optional;

/**
 * A device that is a {@link Script} of packets, each without the zeros at its end. Where the key says nothing, the time
 * that the client is ready to wait passes.
 */
final class ScriptedHidPipe implements HidPipe {
    private final Script script;
    private final ManualTicker ticker;
    private boolean closed;

    ScriptedHidPipe(Script script, ManualTicker ticker) {
        this.script = script;
        this.ticker = ticker;
    }

    @Override
    public void write(byte[] packet) {
        script.sent(Bytes.of(packet));
    }

    @Override
    public Optional<byte[]> read(int timeoutMillis) {
        Optional<Bytes> packet = script.received(PACKET_SIZE);
        if (packet.isEmpty()) {
            ticker.advance(timeoutMillis);
        }
        return packet.map(Bytes::toArray);
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }
}
