package dev.seckey.transports.nfc;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks Linux's smart card service for its readers over its socket. */
final class PcscliteListing {
    private static final int GET_READERS_STATE = 0x12;
    private static final int READERS = 16;
    private static final int NAME_LENGTH = 128;
    private static final int STATE_OFFSET = NAME_LENGTH + Integer.BYTES;
    private static final int READER_LENGTH = 184;
    private static final int CARD_PRESENT = 0x0004;

    private final Path place;

    PcscliteListing(Path place) {
        this.place = place;
    }

    /**
     * A reader, and whether there is a card on it.
     *
     * @param fullName as the service writes it, with spaces at its end that some drivers leave there
     */
    record Reader(String fullName, boolean card) {
        String name() {
            return fullName.strip();
        }
    }

    /** Whether there is anything to ask: a look costs less than what asking needs. */
    boolean isThere() {
        return Files.exists(place);
    }

    /**
     * The readers of the service; empty if it speaks in another way, or not with us.
     *
     * @throws IOException if nobody listens there
     */
    Optional<List<Reader>> readers() throws IOException {
        Optional<PcscliteSocket> opened = PcscliteSocket.open(place);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (PcscliteSocket socket = opened.get()) {
            return Optional.of(readers(socket));
        } catch (IOException e) {
            return Optional.empty(); // it hung up: the library knows the reason
        }
    }

    static List<Reader> readers(PcscliteSocket socket) throws IOException {
        ByteBuffer answer = socket.call(GET_READERS_STATE, PcscliteSocket.buffer(0), READERS * READER_LENGTH);
        List<Reader> readers = new ArrayList<>();
        for (int at = 0; at < answer.limit(); at += READER_LENGTH) {
            byte[] name = new byte[NAME_LENGTH];
            answer.get(at, name);
            String text = new String(name, StandardCharsets.UTF_8);
            int end = text.indexOf('\0');
            if (end > 0) {
                boolean card = (answer.getInt(at + STATE_OFFSET) & CARD_PRESENT) != 0;
                readers.add(new Reader(text.substring(0, end), card));
            }
        }
        return List.copyOf(readers);
    }
}
