package dev.seckey.ctap2.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.transport.HidPipe;
import dev.seckey.ctap2.transport.ManualTicker;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A host that sends and expects packets, in hexadecimal digits without the zeros at their end, and the key at it. */
final class HidHost implements AutoCloseable {
    static final String NONCE = "A1A2A3A4A5A6A7A8";

    final PuppetKey key = new PuppetKey();
    final ManualTicker ticker = new ManualTicker();
    final BlockingQueue<byte[]> fromKey = new LinkedBlockingQueue<>();
    final HidServer server = new HidServer(key, fromKey::add, ticker);

    void send(String packet) {
        server.accept(padded(packet).toArray());
    }

    private static Bytes padded(String packet) {
        Bytes start = Bytes.fromHex(packet);
        return start.plus(Bytes.of(new byte[HidPipe.PACKET_SIZE - start.size()]));
    }

    /** Waits for the key's next packet. */
    void expect(String packet) throws InterruptedException {
        byte[] octets = fromKey.poll(5, TimeUnit.SECONDS);
        assertNotNull(octets, "the key says nothing");
        assertEquals(padded(packet), Bytes.of(octets));
    }

    void expectSilence() {
        assertTrue(fromKey.isEmpty(), "the key must not answer");
    }

    /** The channels 1 to count. */
    void openChannels(int count) throws InterruptedException {
        for (int channel = 1; channel <= count; channel++) {
            send("FFFFFFFF 86 0008" + NONCE);
            expect("FFFFFFFF 86 0011" + NONCE + "0000000" + channel + "02 000100 05");
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
