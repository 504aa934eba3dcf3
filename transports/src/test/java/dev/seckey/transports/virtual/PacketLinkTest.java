package dev.seckey.transports.virtual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.fault.TransportFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PacketLinkTest {
    /** Answers each packet twice. */
    private final PacketLink link = PacketLink.listen(0, (packet, answers) -> {
        answers.send(packet);
        answers.send(packet);
    });

    private final Thread serving = new Thread(link, "packet link");

    @BeforeEach
    void serve() {
        serving.start();
    }

    @AfterEach
    void close() {
        link.close();
    }

    private static byte[] packet(int fill) {
        byte[] packet = new byte[64];
        Arrays.fill(packet, (byte) fill);
        return packet;
    }

    private void exchange(int fill) throws IOException {
        try (Socket host = new Socket(InetAddress.getLoopbackAddress(), link.port())) {
            host.getOutputStream().write(packet(fill), 0, 10);
            host.getOutputStream().write(packet(fill), 10, 54);
            assertArrayEquals(packet(fill), host.getInputStream().readNBytes(64));
            assertArrayEquals(packet(fill), host.getInputStream().readNBytes(64));
        }
    }

    @Test
    void packetsGoBothWaysInWhateverPiecesTheyCome() throws IOException {
        exchange(0xA5);
    }

    /** As the emulation of pico-fido has it. */
    @Test
    void aHostThatPutsLengthsBeforeItsPacketsGetsThemBack() throws IOException {
        try (Socket host = new Socket(InetAddress.getLoopbackAddress(), link.port())) {
            for (int fill = 1; fill <= 2; fill++) {
                host.getOutputStream().write(new byte[] {0, 64});
                host.getOutputStream().write(packet(fill));
                for (int answer = 1; answer <= 2; answer++) {
                    assertArrayEquals(new byte[] {0, 64}, host.getInputStream().readNBytes(2));
                    assertArrayEquals(packet(fill), host.getInputStream().readNBytes(64));
                }
            }
        }
    }

    @Test
    void aHostThatLosesItsPlaceIsLetGo() throws IOException {
        try (Socket host = new Socket(InetAddress.getLoopbackAddress(), link.port())) {
            host.getOutputStream().write(new byte[] {0, 64});
            host.getOutputStream().write(packet(1));
            host.getOutputStream().write(new byte[] {0, 63});
            assertEquals(2 * 66, host.getInputStream().readAllBytes().length);
        }
    }

    @Test
    void oneHostComesAfterAnother() throws IOException {
        exchange(1);
        exchange(2);
    }

    @Test
    void closingEndsTheServiceEvenWithAHostConnected() throws Exception {
        try (Socket host = new Socket(InetAddress.getLoopbackAddress(), link.port())) {
            host.getOutputStream().write(packet(3));
            assertEquals(64, host.getInputStream().readNBytes(64).length);
            link.close();
            serving.join();
        }
    }

    @Test
    void aPortThatIsTakenIsAFault() {
        assertThrows(TransportFault.class, () -> PacketLink.listen(link.port(), (packet, answers) -> {}));
    }
}
