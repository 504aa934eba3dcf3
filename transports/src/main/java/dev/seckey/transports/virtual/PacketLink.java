package dev.seckey.transports.virtual;

import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.HidPipe;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicReference;

/** A packet server on a loopback port: 64-byte frames both ways, nothing else. Hosts are served one after another. */
public final class PacketLink implements Service {
    private final ServerSocket listener;
    private final PacketServer server;
    private final AtomicReference<AutoCloseable> current = new AtomicReference<>(() -> {});
    private volatile boolean closed;

    private PacketLink(ServerSocket listener, PacketServer server) {
        this.listener = listener;
        this.server = server;
    }

    /**
     * @param port 0 takes any that is free
     * @throws TransportFault if the port is taken
     */
    public static PacketLink listen(int port, PacketServer server) {
        try {
            return new PacketLink(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()), server);
        } catch (IOException e) {
            throw new TransportFault(Reason.TRANSPORT_BROKEN, "cannot listen on port " + port, e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Serves until {@link #close}. */
    @Override
    public void run() {
        while (!closed) {
            try (Socket host = listener.accept()) {
                current.set(host);
                if (!closed) {
                    serve(host);
                }
            } catch (EOFException | SocketException e) {
                // this host has left; or we were closed, and the loop ends
            } catch (IOException e) {
                if (!closed) {
                    throw new TransportFault(Reason.TRANSPORT_BROKEN, "lost the packet link: " + e.getMessage(), e);
                }
            }
        }
    }

    private void serve(Socket host) throws IOException {
        host.setTcpNoDelay(true);
        DataInputStream in = new DataInputStream(host.getInputStream());
        OutputStream out = host.getOutputStream();
        PacketSink answers = packet -> send(packet, out);
        QuickAck quickAck = new QuickAck(host);
        while (true) {
            byte[] packet = new byte[HidPipe.PACKET_SIZE];
            in.readFully(packet);
            quickAck.arm();
            server.receive(packet, answers);
        }
    }

    private static void send(byte[] packet, OutputStream out) {
        try {
            synchronized (out) {
                out.write(packet);
            }
        } catch (IOException e) {
            // the host has left: the reading side notices
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            listener.close();
            current.get().close();
        } catch (Exception e) {
            // closed is closed
        }
    }
}
