package dev.seckey.transports.nfc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.smartcardio.CardException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When the library is asked, and when not; the service itself plays in {@link NfcReadersOverPcscdTest}. */
@EnabledOnOs(OS.LINUX)
class PcscliteConnectionTest {
    private static final byte[] COMMAND = {0, 1, 2, 3};

    @TempDir
    private Path folder;

    private final List<String> library = new ArrayList<>();

    private PcscliteConnection connection() {
        return new PcscliteConnection(folder.resolve("pcscd.comm"), "a reader", new CardConnection() {
            @Override
            public void open() {
                library.add("open");
            }

            @Override
            public byte[] transmit(byte[] command) {
                library.add("transmit");
                return command;
            }

            @Override
            public void close() {
                library.add("close");
            }
        });
    }

    /** A service that answers the version and then hangs up. */
    private ServerSocketChannel service(int major) throws IOException {
        ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(folder.resolve("pcscd.comm")));
        Thread thread = new Thread(() -> answerVersion(server, major));
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private static void answerVersion(ServerSocketChannel server, int major) {
        try (SocketChannel client = server.accept()) {
            ByteBuffer question = ByteBuffer.allocate(20);
            while (question.hasRemaining() && client.read(question) >= 0) {
                continue;
            }
            ByteBuffer answer = ByteBuffer.allocate(12).order(ByteOrder.nativeOrder());
            client.write(answer.putInt(major).putInt(4).putInt(0).flip());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aServiceOfAnotherVersionIsLeftToTheLibraryAltogether() throws Exception {
        PcscliteConnection connection = connection();
        try (ServerSocketChannel service = service(5)) {
            connection.open();
        }

        assertArrayEquals(COMMAND, connection.transmit(COMMAND));
        connection.close();
        assertEquals(List.of("open", "transmit", "close"), library);
    }

    @Test
    void aServiceThatHangsUpLaterIsABrokenConnection() throws Exception {
        PcscliteConnection connection = connection();
        try (ServerSocketChannel service = service(4)) {
            CardException broken = assertThrows(CardException.class, connection::open);

            assertEquals(PcscFaults.COMM_ERROR, PcscFaults.number(broken));
        }
        connection.close();
        assertEquals(List.of(), library);
    }

    @Test
    void withoutAServiceThereIsNoNeedOfTheLibrary() throws Exception {
        PcscliteConnection connection = connection();

        CardException nobody = assertThrows(CardException.class, connection::open);
        assertEquals(PcscFaults.NO_SERVICE, PcscFaults.number(nobody));
        connection.close();
        assertEquals(List.of(), library);
    }
}
