package dev.seckey.transports.nfc;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A conversation with Linux's smart card service over its socket, without the native library between, which costs more than
 * everything else that a listing does. The form of the messages is pcsc-lite's own, the same since 2011 but for the minor
 * number: a length, a command, and a structure of 32-bit numbers in the machine's order, which comes back with the results
 * filled in. A service that speaks in another way is left to the library.
 */
final class PcscliteSocket implements AutoCloseable {
    static final Path USUAL_PLACE = Path.of("/run/pcscd/pcscd.comm");
    static final int SUCCESS = 0;

    private static final int MAJOR = 4;
    private static final int MINOR = 4;
    private static final int VERSION = 0x11;

    private final SocketChannel service;

    private PcscliteSocket(SocketChannel service) {
        this.service = service;
    }

    /**
     * Connects; empty if the service speaks in another way, or not with us.
     *
     * @throws IOException if nobody listens there
     */
    static Optional<PcscliteSocket> open(Path place) throws IOException {
        PcscliteSocket socket = new PcscliteSocket(SocketChannel.open(StandardProtocolFamily.UNIX));
        boolean usable = false;
        try {
            socket.service.connect(UnixDomainSocketAddress.of(place));
            usable = socket.agrees();
            return usable ? Optional.of(socket) : Optional.empty();
        } finally {
            if (!usable) {
                socket.close();
            }
        }
    }

    private boolean agrees() {
        try {
            ByteBuffer version = buffer(3 * Integer.BYTES);
            version.putInt(MAJOR).putInt(MINOR).putInt(SUCCESS).flip();
            ByteBuffer answer = call(VERSION, version, version.remaining());
            return answer.getInt() == MAJOR && answer.getInt() >= MINOR && answer.getInt() == SUCCESS;
        } catch (IOException e) {
            return false; // it hung up: the library knows the reason
        }
    }

    /**
     * Sends a command and waits, without limit, for its answer.
     *
     * @param length of the answer, bytes
     */
    ByteBuffer call(int command, ByteBuffer body, int length) throws IOException {
        return call(command, body, buffer(0), length);
    }

    /** @param more what follows the body, and is not counted in its length */
    ByteBuffer call(int command, ByteBuffer body, ByteBuffer more, int length) throws IOException {
        ByteBuffer message = buffer(2 * Integer.BYTES + body.remaining() + more.remaining());
        message.putInt(body.remaining()).putInt(command).put(body).put(more).flip();
        while (message.hasRemaining()) {
            service.write(message);
        }
        return receive(length);
    }

    /** What some answers have behind their structure. */
    ByteBuffer receive(int length) throws IOException {
        ByteBuffer message = buffer(length);
        while (message.hasRemaining()) {
            if (service.read(message) < 0) {
                throw new EOFException();
            }
        }
        return message.flip();
    }

    static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
