package dev.seckey.transports.virtual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.fault.TransportFault;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DatagramLinkTest {
    /** Answers each packet with itself. */
    private final DatagramLink link = DatagramLink.listen(0, (packet, answers) -> answers.send(packet));

    private final Thread serving = new Thread(link, "datagram link");

    @BeforeEach
    void serve() {
        serving.start();
    }

    @AfterEach
    void close() {
        link.close();
    }

    private static byte[] packet(int size, int fill) {
        byte[] packet = new byte[size];
        Arrays.fill(packet, (byte) fill);
        return packet;
    }

    private void send(DatagramSocket host, byte[] packet) throws IOException {
        host.send(new DatagramPacket(packet, packet.length, InetAddress.getLoopbackAddress(), link.port()));
    }

    private static void expect(DatagramSocket host, byte[] packet) throws IOException {
        DatagramPacket answer = new DatagramPacket(new byte[100], 100);
        host.receive(answer);
        assertArrayEquals(packet, Arrays.copyOf(answer.getData(), answer.getLength()));
    }

    @Test
    void answersGoWhereThePacketCameFrom() throws IOException {
        try (DatagramSocket one = new DatagramSocket();
                DatagramSocket other = new DatagramSocket()) {
            send(one, packet(64, 1));
            send(other, packet(64, 2));

            expect(other, packet(64, 2));
            expect(one, packet(64, 1));
        }
    }

    @Test
    void datagramsOfAnotherLengthArePassedOver() throws IOException {
        try (DatagramSocket host = new DatagramSocket()) {
            send(host, packet(63, 1));
            send(host, packet(65, 2));
            send(host, packet(0, 0));
            send(host, packet(64, 3));

            expect(host, packet(64, 3));
        }
    }

    @Test
    void closingEndsTheService() throws InterruptedException {
        link.close();
        serving.join();
    }

    @Test
    void aPortThatIsTakenIsAFault() {
        assertThrows(TransportFault.class, () -> DatagramLink.listen(link.port(), (packet, answers) -> {}));
    }
}
