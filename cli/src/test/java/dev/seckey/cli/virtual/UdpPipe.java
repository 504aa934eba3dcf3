package dev.seckey.cli.virtual;

import dev.seckey.ctap2.transport.HidPipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Optional;

/** The host's end of a key on a UDP port. */
final class UdpPipe implements HidPipe {
    private final DatagramSocket socket;
    private final int port;

    UdpPipe(int port) {
        try {
            this.socket = new DatagramSocket();
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
        this.port = port;
    }

    @Override
    public void write(byte[] packet) {
        try {
            socket.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<byte[]> read(int timeoutMillis) {
        DatagramPacket packet = new DatagramPacket(new byte[100], 100);
        try {
            socket.setSoTimeout(Math.max(1, timeoutMillis));
            socket.receive(packet);
            return Optional.of(Arrays.copyOf(packet.getData(), packet.getLength()));
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
