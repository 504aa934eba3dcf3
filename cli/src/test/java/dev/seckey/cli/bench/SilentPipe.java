package dev.seckey.cli.bench;

import dev.seckey.ctap2.transport.HidCommand;
import dev.seckey.ctap2.transport.HidPacket;
import dev.seckey.ctap2.transport.HidPipe;
import java.util.Optional;

/** The path to a key that has a channel to give, and then nothing any more. */
record SilentPipe(HidPipe pipe, SteppingTicker ticker) implements HidPipe {
    @Override
    public void write(byte[] packet) {
        if (HidPacket.of(packet).is(HidCommand.INIT)) {
            pipe.write(packet);
        }
    }

    /** Once the channel is given nothing comes, and the time that is waited for it passes at once. */
    @Override
    public Optional<byte[]> read(int timeoutMillis) {
        Optional<byte[]> packet = pipe.read(0);
        if (packet.isEmpty()) {
            ticker.sleep(Math.max(1, timeoutMillis));
        }
        return packet;
    }

    @Override
    public void close() {
        pipe.close();
    }
}
