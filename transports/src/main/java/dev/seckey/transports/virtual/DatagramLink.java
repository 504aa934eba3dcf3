package dev.seckey.transports.virtual;

import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.HidPipe;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Arrays;

/**
 * A packet server on a loopback UDP port, as other emulators of keys have it: a datagram is a packet of 64 bytes, and
 * answers go where it came from. There are no connections: any number of hosts may talk at the same time.
 */
public final class DatagramLink implements Service {
    private final DatagramSocket socket;
    private final PacketServer server;

    private DatagramLink(DatagramSocket socket, PacketServer server) {
        this.socket = socket;
        this.server = server;
    }

    /**
     * @param port 0 takes any that is free
     * @throws TransportFault if the port is taken
     */
    public static DatagramLink listen(int port, PacketServer server) {
        try {
            return new DatagramLink(new DatagramSocket(port, InetAddress.getLoopbackAddress()), server);
        } catch (SocketException e) {
            throw new TransportFault(Reason.TRANSPORT_BROKEN, "cannot listen on UDP port " + port, e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Serves until {@link #close}. Datagrams of another length are passed over. */
    @Override
    public void run() {
        byte[] buffer = new byte[HidPipe.PACKET_SIZE + 1];
        while (!socket.isClosed()) {
            DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(datagram);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new TransportFault(Reason.TRANSPORT_BROKEN, "lost the UDP port: " + e.getMessage(), e);
                }
                return;
            }
            if (datagram.getLength() == HidPipe.PACKET_SIZE) {
                SocketAddress host = datagram.getSocketAddress();
                server.receive(Arrays.copyOf(buffer, HidPipe.PACKET_SIZE), packet -> send(packet, host));
            }
        }
    }

    private void send(byte[] packet, SocketAddress host) {
        try {
            socket.send(new DatagramPacket(packet, packet.length, host));
        } catch (IOException e) {
            // the host has left, or we have: nobody misses it
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
