package dev.seckey.transports.virtual;

import dev.seckey.ctap2.transport.ApduPipe;
import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Plays Linux's smart card service on a socket of its own, as far as one reader with one card asks for it: so the way to a
 * card over NFC can be gone where no service runs. Programs find it by the variable {@code PCSCLITE_CSOCK_NAME}.
 */
public final class PcscliteReader implements Service {
    /** The reader's name. */
    public static final String NAME = "Simulated 00 00";

    private static final int ESTABLISH_CONTEXT = 0x01;
    private static final int CONNECT = 0x04;
    private static final int TRANSMIT = 0x09;
    private static final int GET_READERS_STATE = 0x12;

    private static final int ALL_READERS = 16 * 184;
    private static final int STATE_OFFSET = 132;
    private static final int CARD_PRESENT = 0x0004;
    private static final int T1 = 2;
    private static final int HANDLE = 1;
    private static final int LONGEST_MESSAGE = 65_548;

    private final ServerSocketChannel listener;
    private final ApduPipe card;

    private PcscliteReader(ServerSocketChannel listener, ApduPipe card) {
        this.listener = listener;
        this.card = card;
    }

    /** @throws IOException if there can be no socket at this place */
    public static PcscliteReader listen(Path place, ApduPipe card) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        listener.bind(UnixDomainSocketAddress.of(place));
        return new PcscliteReader(listener, card);
    }

    /** Serves one program after another. */
    @Override
    public void run() {
        while (listener.isOpen()) {
            try (SocketChannel program = listener.accept()) {
                while (true) {
                    answer(program);
                }
            } catch (IOException e) {
                // this program has left; or we were closed, and the loop ends
            }
        }
    }

    /** Most answers are the question again, with the results in it; 0 at the end is success. */
    private void answer(SocketChannel program) throws IOException {
        ByteBuffer head = read(program, 2 * Integer.BYTES);
        int length = head.getInt();
        int command = head.getInt();
        ByteBuffer message = read(program, length);
        switch (command) {
            case ESTABLISH_CONTEXT -> message.putInt(Integer.BYTES, HANDLE);
            case CONNECT -> message.putInt(length - 3 * Integer.BYTES, HANDLE).putInt(length - 2 * Integer.BYTES, T1);
            case TRANSMIT -> message = transmitted(message, read(program, message.getInt(3 * Integer.BYTES)));
            case GET_READERS_STATE -> message = readers();
            default -> {
                // nothing to fill in
            }
        }
        while (message.hasRemaining()) {
            program.write(message);
        }
    }

    private ByteBuffer transmitted(ByteBuffer message, ByteBuffer apdu) {
        byte[] answer = card.transmit(apdu.array());
        message.putInt(message.limit() - 2 * Integer.BYTES, answer.length);
        return buffer(message.limit() + answer.length).put(message).put(answer).flip();
    }

    private static ByteBuffer readers() {
        return buffer(ALL_READERS)
                .put(0, NAME.getBytes(StandardCharsets.US_ASCII))
                .putInt(STATE_OFFSET, CARD_PRESENT);
    }

    private static ByteBuffer read(SocketChannel program, int length) throws IOException {
        if (length < 0 || length > LONGEST_MESSAGE) {
            throw new IOException("a message of " + length + " bytes");
        }
        ByteBuffer message = buffer(length);
        while (message.hasRemaining()) {
            if (program.read(message) < 0) {
                throw new EOFException();
            }
        }
        return message.flip();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        try {
            listener.close();
            card.close();
        } catch (IOException e) {
            // closed is closed
        }
    }
}
