package dev.seckey.transports.nfc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.smartcardio.CardException;
import jnasmartcardio.Smartcardio.JnaPCSCException;

/**
 * A card through Linux's smart card service, without the library: loading that and its binding costs as much as all of
 * {@code seckey info}. It does what {@link PcscConnection} does, with the same numbers for the same trouble; where the
 * service speaks in another way, that one does it.
 */
final class PcscliteConnection implements CardConnection {
    private static final int ESTABLISH_CONTEXT = 0x01;
    private static final int CONNECT = 0x04;
    private static final int DISCONNECT = 0x06;
    private static final int BEGIN_TRANSACTION = 0x07;
    private static final int TRANSMIT = 0x09;

    private static final int SCOPE_SYSTEM = 2;
    private static final int SHARED = 2;
    private static final int ANY_PROTOCOL = 3; // T=0 and T=1
    private static final int LEAVE_CARD = 0;
    private static final int NAME_LENGTH = 128;
    private static final int IO_REQUEST_LENGTH = 16;
    private static final int LONGEST_ANSWER = 65_536 + 2;

    private final Path place;
    private final String reader;
    private final CardConnection library;

    private Optional<PcscliteSocket> socket = Optional.empty();
    private boolean byLibrary;
    private int context;
    private Optional<Integer> card = Optional.empty();
    private int protocol;

    /**
     * @param reader its name, trimmed
     * @param library the same by the library
     */
    PcscliteConnection(Path place, String reader, CardConnection library) {
        this.place = place;
        this.reader = reader;
        this.library = library;
    }

    @Override
    public void open() throws CardException {
        socket = opened();
        byLibrary = socket.isEmpty();
        if (byLibrary) {
            library.open();
            return;
        }
        context = call(ESTABLISH_CONTEXT, message(SCOPE_SYSTEM, 0, 0)).getInt(Integer.BYTES);
        String name = fullName();
        connect(name);
        if (beginTransaction() == PcscFaults.RESET_CARD) {
            // somebody reset it since we connected; nothing of ours is lost yet
            disconnect();
            connect(name);
            check(beginTransaction());
        }
    }

    private Optional<PcscliteSocket> opened() throws CardException {
        try {
            return PcscliteSocket.open(place);
        } catch (IOException e) {
            throw trouble(PcscFaults.NO_SERVICE);
        }
    }

    private String fullName() throws CardException {
        List<PcscliteListing.Reader> readers;
        try {
            readers = PcscliteListing.readers(socket.orElseThrow());
        } catch (IOException e) {
            throw trouble(PcscFaults.COMM_ERROR);
        }
        for (PcscliteListing.Reader listed : readers) {
            if (listed.name().equals(reader)) {
                return listed.fullName();
            }
        }
        throw trouble(PcscFaults.UNKNOWN_READER);
    }

    private void connect(String name) throws CardException {
        ByteBuffer message = PcscliteSocket.buffer(NAME_LENGTH + 6 * Integer.BYTES);
        message.putInt(context).put(name.getBytes(StandardCharsets.UTF_8)).position(Integer.BYTES + NAME_LENGTH);
        message.putInt(SHARED).putInt(ANY_PROTOCOL).putInt(0).putInt(0).putInt(0);
        ByteBuffer answer = call(CONNECT, message.flip());
        answer.position(answer.limit() - 3 * Integer.BYTES);
        card = Optional.of(answer.getInt());
        protocol = answer.getInt();
    }

    /** Waits until nobody else is in one: the service takes its time to say that somebody is. */
    private int beginTransaction() throws CardException {
        int result;
        do {
            result = result(ask(BEGIN_TRANSACTION, message(card.orElseThrow(), 0)));
        } while (result == PcscFaults.SHARING_VIOLATION);
        if (result != PcscFaults.RESET_CARD) {
            check(result);
        }
        return result;
    }

    @Override
    public byte[] transmit(byte[] command) throws CardException {
        if (byLibrary) {
            return library.transmit(command);
        }
        if (card.isEmpty()) {
            throw trouble(PcscFaults.INVALID_HANDLE);
        }
        PcscliteSocket service = socket.orElseThrow();
        ByteBuffer head = message(
                card.get(),
                protocol,
                IO_REQUEST_LENGTH,
                command.length,
                protocol,
                IO_REQUEST_LENGTH,
                LONGEST_ANSWER,
                0);
        try {
            ByteBuffer answer = service.call(TRANSMIT, head, ByteBuffer.wrap(command), head.remaining());
            check(result(answer));
            int length = answer.getInt(answer.limit() - 2 * Integer.BYTES);
            return service.receive(length).array();
        } catch (IOException e) {
            throw trouble(PcscFaults.COMM_ERROR);
        }
    }

    /** Leaves the card powered: others may be at work with it. Ends the transaction as well. */
    @Override
    public void close() throws CardException {
        if (byLibrary) {
            library.close();
        } else if (socket.isPresent()) {
            try (PcscliteSocket closing = socket.get()) {
                disconnect(); // the service drops the context when we hang up
            } catch (IOException e) {
                throw trouble(PcscFaults.COMM_ERROR);
            } finally {
                socket = Optional.empty();
            }
        }
    }

    private void disconnect() throws CardException {
        if (card.isPresent()) {
            int connected = card.get();
            card = Optional.empty();
            call(DISCONNECT, message(connected, LEAVE_CARD, 0));
        }
    }

    /** A command whose answer is its own structure, filled in, with the result at the end. */
    private ByteBuffer call(int command, ByteBuffer message) throws CardException {
        ByteBuffer answer = ask(command, message);
        check(result(answer));
        return answer;
    }

    private ByteBuffer ask(int command, ByteBuffer message) throws CardException {
        try {
            return socket.orElseThrow().call(command, message, message.remaining());
        } catch (IOException e) {
            throw trouble(PcscFaults.COMM_ERROR);
        }
    }

    private static ByteBuffer message(int... numbers) {
        ByteBuffer message = PcscliteSocket.buffer(numbers.length * Integer.BYTES);
        for (int number : numbers) {
            message.putInt(number);
        }
        return message.flip();
    }

    private static int result(ByteBuffer answer) {
        return answer.getInt(answer.limit() - Integer.BYTES);
    }

    private void check(int result) throws CardException {
        if (result != PcscliteSocket.SUCCESS) {
            throw trouble(result);
        }
    }

    private CardException trouble(int number) {
        return new JnaPCSCException(number, "reader " + reader);
    }
}
