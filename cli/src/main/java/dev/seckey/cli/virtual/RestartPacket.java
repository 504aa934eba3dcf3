package dev.seckey.cli.virtual;

import dev.seckey.transports.virtual.PacketServer;
import dev.seckey.transports.virtual.PacketSink;
import java.util.Arrays;
import java.util.HexFormat;

/** A packet server that restarts when it gets the one packet by which the tests of Solo keys restart their emulator. */
record RestartPacket(PacketServer key, Runnable restart) implements PacketServer {
    static final byte[] PACKET = HexFormat.of()
            .parseHex("ac1052ca95e569de69e02ebff333485f13f9b2da34c5a8a340526697a9ab2e0b"
                    + "394d8d04973c134005be1a0140bff6045bb26eb77a73eaa47813f6b49a7250dc");

    @Override
    public void receive(byte[] packet, PacketSink answers) {
        if (Arrays.equals(packet, PACKET)) {
            restart.run();
        } else {
            key.receive(packet, answers);
        }
    }
}
