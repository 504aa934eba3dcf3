package dev.seckey.transports.nfc;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks Linux's smart card service for its readers over its socket, without the native library between, which costs more
 * than everything else that a listing does. The form of the messages is pcsc-lite's own, the same since 2011 but for the
 * minor number; a service that speaks another is left to the library.
 */
final class PcscliteListing {
    static final Path USUAL_SOCKET = Path.of("/run/pcscd/pcscd.comm");

    private static final int MAJOR = 4;
    private static final int MINOR = 4;
    private static final int SUCCESS = 0;

    private static final int VERSION = 0x11;
    private static final int GET_READERS_STATE = 0x12;

    private static final int READERS = 16;
    private static final int NAME_LENGTH = 128;
    private static final int STATE_OFFSET = NAME_LENGTH + Integer.BYTES;
    private static final int READER_LENGTH = 184;
    private static final int CARD_PRESENT = 0x0004;

    private final Path socket;

    PcscliteListing(Path socket) {
        this.socket = socket;
    }

    /** A reader, and whether there is a card on it. */
    record Reader(String name, boolean card) {}

    /** Whether there is anything to ask: a look costs less than what asking needs. */
    boolean isThere() {
        return Files.exists(socket);
    }

    /**
     * The readers of the service; empty if it speaks in another way, or not with us.
     *
     * @throws IOException if nobody listens there
     */
    Optional<List<Reader>> readers() throws IOException {
        try (SocketChannel service = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            service.connect(UnixDomainSocketAddress.of(socket));
            try {
                return speaksAsWeDo(service) ? Optional.of(states(service)) : Optional.empty();
            } catch (IOException e) {
                return Optional.empty(); // it hung up: the library knows the reason
            }
        }
    }

    private static boolean speaksAsWeDo(SocketChannel service) throws IOException {
        ByteBuffer version = buffer(3 * Integer.BYTES);
        version.putInt(MAJOR).putInt(MINOR).putInt(SUCCESS).flip();
        send(service, VERSION, version);
        ByteBuffer answer = receive(service, 3 * Integer.BYTES);
        return answer.getInt() == MAJOR && answer.getInt() >= MINOR && answer.getInt() == SUCCESS;
    }

    private static List<Reader> states(SocketChannel service) throws IOException {
        send(service, GET_READERS_STATE, buffer(0));
        ByteBuffer answer = receive(service, READERS * READER_LENGTH);
        List<Reader> readers = new ArrayList<>();
        for (int at = 0; at < answer.limit(); at += READER_LENGTH) {
            byte[] name = new byte[NAME_LENGTH];
            answer.get(at, name);
            String text = new String(name, StandardCharsets.UTF_8);
            int end = text.indexOf('\0');
            if (end > 0) {
                boolean card = (answer.getInt(at + STATE_OFFSET) & CARD_PRESENT) != 0;
                readers.add(new Reader(text.substring(0, end).strip(), card));
            }
        }
        return List.copyOf(readers);
    }

    private static void send(SocketChannel service, int command, ByteBuffer body) throws IOException {
        ByteBuffer message = buffer(2 * Integer.BYTES + body.remaining());
        message.putInt(body.remaining()).putInt(command).put(body).flip();
        while (message.hasRemaining()) {
            service.write(message);
        }
    }

    private static ByteBuffer receive(SocketChannel service, int length) throws IOException {
        ByteBuffer message = buffer(length);
        while (message.hasRemaining()) {
            if (service.read(message) < 0) {
                throw new EOFException();
            }
        }
        return message.flip();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
    }
}
