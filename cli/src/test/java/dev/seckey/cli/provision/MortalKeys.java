package dev.seckey.cli.provision;

import dev.seckey.cli.keys.Keys;
import dev.seckey.cli.keys.Listing;
import dev.seckey.ctap2.server.FaultPlan;
import dev.seckey.ctap2.transport.ApduPipe;
import dev.seckey.ctap2.transport.HidPipe;
import java.util.Arrays;
import java.util.Optional;

/** Keys with a point before each packet that goes out, and after each that comes in; those may meet with mishaps. */
record MortalKeys(Keys keys, Points points, FaultPlan faults) implements Keys {
    @Override
    public boolean simulated() {
        return keys.simulated();
    }

    @Override
    public boolean replug(String path) {
        points.requireAlive();
        return keys.replug(path);
    }

    @Override
    public Listing list() {
        return keys.list();
    }

    @Override
    public HidPipe openUsb(String path) {
        points.requireAlive();
        return new Pipe(keys.openUsb(path), points, new Plug(faults));
    }

    @Override
    public ApduPipe openNfc(String reader) {
        throw new UnsupportedOperationException("these are at USB");
    }

    private record Pipe(HidPipe pipe, Points points, Plug plug) implements HidPipe {
        @Override
        public void write(byte[] packet) {
            points.reach("before a packet to the key");
            pipe.write(packet);
        }

        @Override
        public Optional<byte[]> read(int timeoutMillis) {
            points.requireAlive();
            Optional<byte[]> packet = pipe.read(timeoutMillis);
            if (packet.isEmpty()) {
                return packet;
            }
            points.reach("after a packet from the key");
            return plug.pass(packet.get());
        }

        @Override
        public void close() {
            pipe.close();
        }
    }

    /** A truncated packet comes with zeros where it was cut off, as USB would have it. */
    private record Plug(FaultPlan faults) {
        Optional<byte[]> pass(byte[] packet) {
            return faults.pass(packet).map(octets -> Arrays.copyOf(octets, HidPipe.PACKET_SIZE));
        }
    }
}
