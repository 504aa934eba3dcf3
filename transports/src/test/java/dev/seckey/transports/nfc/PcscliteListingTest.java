package dev.seckey.transports.nfc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.transports.nfc.PcscliteListing.Reader;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The service's side is played by the test; the service itself plays in {@link NfcReadersOverPcscdTest}. */
@EnabledOnOs(OS.LINUX)
class PcscliteListingTest {
    private static final int ALL_READERS = 16 * 184;

    @TempDir
    private Path folder;

    /** What the service answers to the version and, if that is all right, to the question for the readers. */
    private Optional<List<Reader>> readers(ByteBuffer version, ByteBuffer states) throws Exception {
        Path socket = folder.resolve("pcscd.comm");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            Thread service = new Thread(() -> serve(server, version, states));
            service.start();
            Optional<List<Reader>> readers = new PcscliteListing(socket).readers();
            service.join();
            return readers;
        }
    }

    private static void serve(ServerSocketChannel server, ByteBuffer version, ByteBuffer states) {
        try (SocketChannel client = server.accept()) {
            hear(client, 20);
            client.write(version);
            if (states.hasRemaining()) {
                hear(client, 8);
                client.write(states);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void hear(SocketChannel client, int bytes) throws IOException {
        ByteBuffer heard = ByteBuffer.allocate(bytes);
        while (heard.hasRemaining() && client.read(heard) >= 0) {
            continue;
        }
    }

    private static ByteBuffer version(int major, int minor, int result) {
        return buffer(12).putInt(major).putInt(minor).putInt(result).flip();
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
    }

    private static ByteBuffer nothing() {
        return buffer(0);
    }

    @Test
    void readersAreNamedWithAndWithoutACard() throws Exception {
        ByteBuffer states = buffer(ALL_READERS);
        states.put(0, "Reader A 00 00".getBytes(StandardCharsets.UTF_8)).putInt(132, 0x34);
        states.put(368, "Leser \u00e4 01 00".getBytes(StandardCharsets.UTF_8)).putInt(368 + 132, 0x02);

        assertEquals(
                Optional.of(List.of(new Reader("Reader A 00 00", true), new Reader("Leser \u00e4 01 00", false))),
                readers(version(4, 4, 0), states));
    }

    @Test
    void aServiceOfAnotherVersionIsLeftToTheLibrary() throws Exception {
        assertEquals(Optional.empty(), readers(version(5, 0, 0), nothing()));
    }

    @Test
    void aServiceThatRefusesTheVersionIsLeftToTheLibrary() throws Exception {
        assertEquals(Optional.empty(), readers(version(4, 4, 0x8010001D), nothing()));
    }

    @Test
    void aServiceThatHangsUpIsLeftToTheLibrary() throws Exception {
        assertEquals(Optional.empty(), readers(nothing(), nothing()));
    }

    @Test
    void withoutAServiceThereIsNobodyToAsk() {
        PcscliteListing listing = new PcscliteListing(folder.resolve("pcscd.comm"));

        assertFalse(listing.isThere());
        assertThrows(IOException.class, listing::readers);
    }
}
