package dev.seckey.cli.bench;

import dev.seckey.ctap2.transport.HidCommand;
import dev.seckey.ctap2.transport.HidPacket;
import dev.seckey.ctap2.transport.HidPipe;
import java.util.Optional;

/** A path over USB on which something happens when the key says that it is waiting, or before it is asked what never waits. */
record WatchedHidPipe(HidPipe pipe, Runnable whenWaiting) implements HidPipe {
    @Override
    public void write(byte[] packet) {
        if (isMakers(HidPacket.of(packet))) {
            whenWaiting.run();
        }
        pipe.write(packet);
    }

    private static boolean isMakers(HidPacket packet) {
        return packet.is(HidCommand.WINK) || packet.isFirst() && packet.command() >= HidCommand.FIRST_VENDOR;
    }

    @Override
    public Optional<byte[]> read(int timeoutMillis) {
        Optional<byte[]> packet = pipe.read(timeoutMillis);
        if (packet.isPresent() && HidPacket.of(packet.get()).is(HidCommand.KEEPALIVE)) {
            whenWaiting.run();
        }
        return packet;
    }

    @Override
    public void close() {
        pipe.close();
    }
}
