package dev.seckey.transports.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.AccessFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The card's side of vpcd's protocol; the test plays the reader. */
@Timeout(30)
class VpcdCardTest {
    private static final Bytes ATR = Bytes.fromHex("3B80800101");

    private final List<String> orders = new ArrayList<>();
    private ServerSocket listener;
    private VpcdCard card;
    private Socket reader;
    private FutureTask<Void> served;

    private final CardServer echo = new CardServer() {
        @Override
        public byte[] transmit(byte[] apdu) {
            return Bytes.of(apdu).plus(Bytes.fromHex("9000")).toArray();
        }

        @Override
        public byte[] atr() {
            return ATR.toArray();
        }

        @Override
        public void powerOn() {
            orders.add("on");
        }

        @Override
        public void powerOff() {
            orders.add("off");
        }

        @Override
        public void reset() {
            orders.add("reset");
        }
    };

    @BeforeEach
    void layTheCardOnTheReader() throws IOException {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        card = VpcdCard.connect("127.0.0.1", listener.getLocalPort(), echo);
        reader = listener.accept();
        Callable<Void> serve = () -> {
            card.run();
            return null;
        };
        served = new FutureTask<>(serve);
        new Thread(served, "card").start();
    }

    @AfterEach
    void tidyUp() throws IOException {
        card.close();
        reader.close();
        listener.close();
    }

    private void send(String hex) throws IOException {
        reader.getOutputStream().write(Bytes.fromHex(hex).toArray());
    }

    private Bytes receive(int count) throws IOException {
        return Bytes.of(reader.getInputStream().readNBytes(count));
    }

    @Test
    void theReaderAsksForTheAtr() throws IOException {
        send("0001 04");

        assertEquals(Bytes.fromHex("0005").plus(ATR), receive(7));
    }

    @Test
    void anApduIsAnsweredInAFrame() throws IOException {
        send("0004 00A40400");

        assertEquals(Bytes.fromHex("0006 00A40400 9000"), receive(8));
    }

    @Test
    void lengthAndPayloadMayComeInPieces() throws IOException {
        send("00");
        send("04 00A4");
        send("0400");

        assertEquals(Bytes.fromHex("0006 00A40400 9000"), receive(8));
    }

    @Test
    void anExtendedApduOf65000BytesPasses() throws IOException {
        reader.getOutputStream()
                .write(Bytes.fromHex("FDE8").plus(Bytes.of(new byte[65_000])).toArray());

        assertEquals(65_002, receive(2).uint16(0));
        assertEquals(0x9000, receive(65_002).uint16(65_000));
    }

    @Test
    void ordersHaveNoAnswer() throws IOException {
        send("0001 01 0001 02 0001 00 0001 04");

        assertEquals(7, receive(7).size(), "the ATR, and nothing before it");
        assertEquals(List.of("on", "reset", "off"), orders);
    }

    @Test
    void ordersNobodyKnowsAreIgnored() throws IOException {
        send("0001 77 0000 0001 04");

        assertEquals(Bytes.fromHex("0005").plus(ATR), receive(7));
    }

    @Test
    void aReaderThatGoesAwayBetweenFramesEndsTheService() throws Exception {
        reader.close();

        served.get();
    }

    @Test
    void closingEndsTheServiceQuietly() throws Exception {
        card.close();

        served.get();
        assertEquals(-1, reader.getInputStream().read());
    }

    @Test
    void aReaderThatBreaksOffInAFrameIsAFault() throws IOException {
        send("0004 00A4");
        reader.close();

        Throwable thrown = assertThrows(ExecutionException.class, served::get).getCause();
        assertEquals(Reason.TRANSPORT_BROKEN, ((TransportFault) thrown).reason());
    }

    @Test
    void whereNobodyListensTheMessageSaysWhatToLookFor() throws IOException {
        int port = listener.getLocalPort();
        listener.close();

        AccessFault fault = assertThrows(AccessFault.class, () -> VpcdCard.connect("127.0.0.1", port, echo));

        assertEquals("no vpcd at 127.0.0.1:" + port + ": is pcscd running with vsmartcard-vpcd?", fault.getMessage());
    }

    @Test
    void aHostThatDoesNotExistIsNamed() {
        AccessFault fault = assertThrows(AccessFault.class, () -> VpcdCard.connect("nowhere.invalid", 1, echo));

        assertTrue(fault.getMessage().startsWith("no vpcd at nowhere.invalid:1"), fault.getMessage());
    }
}
