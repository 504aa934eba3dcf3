package dev.seckey.transports.virtual;

import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.HidPipe;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;

/**
 * A packet server on a loopback TCP port. Packets of 64 bytes go both ways, one after another, or each behind its length
 * in two bytes, as other emulators have it: the host's first two bytes tell, since no channel begins like a length.
 */
public final class PacketLink implements Service {
    private static final byte[] LENGTH = {0, HidPipe.PACKET_SIZE};

    private final LoopbackPort port;
    private final PacketServer server;

    private PacketLink(LoopbackPort port, PacketServer server) {
        this.port = port;
        this.server = server;
    }

    /**
     * @param port 0 takes any that is free
     * @throws TransportFault if the port is taken
     */
    public static PacketLink listen(int port, PacketServer server) {
        return new PacketLink(LoopbackPort.listen(port), server);
    }

    public int port() {
        return port.port();
    }

    /** Serves one host after another until {@link #close}. */
    @Override
    public void run() {
        port.serve(this::serve);
    }

    private void serve(Socket host) throws IOException {
        host.setTcpNoDelay(true);
        DataInputStream in = new DataInputStream(host.getInputStream());
        OutputStream out = host.getOutputStream();
        QuickAck quickAck = new QuickAck(host);
        byte[] start = in.readNBytes(LENGTH.length);
        boolean framed = Arrays.equals(start, LENGTH);
        PacketSink answers = packet -> send(packet, framed, out);
        byte[] packet = new byte[HidPipe.PACKET_SIZE];
        if (framed) {
            in.readFully(packet);
        } else {
            System.arraycopy(start, 0, packet, 0, start.length);
            in.readFully(packet, start.length, packet.length - start.length);
        }
        while (true) {
            quickAck.arm();
            server.receive(packet.clone(), answers);
            if (framed && in.readUnsignedShort() != HidPipe.PACKET_SIZE) {
                throw new IOException("the host has lost its place");
            }
            in.readFully(packet);
        }
    }

    private static void send(byte[] packet, boolean framed, OutputStream out) {
        byte[] frame = framed ? Arrays.copyOf(LENGTH, LENGTH.length + packet.length) : packet;
        if (framed) {
            System.arraycopy(packet, 0, frame, LENGTH.length, packet.length);
        }
        try {
            synchronized (out) {
                out.write(frame);
            }
        } catch (IOException e) {
            // the host has left: the reading side notices
        }
    }

    @Override
    public void close() {
        port.close();
    }
}
