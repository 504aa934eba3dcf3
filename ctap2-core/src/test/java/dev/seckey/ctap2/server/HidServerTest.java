package dev.seckey.ctap2.server;

import static dev.seckey.ctap2.server.HidHost.NONCE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.transport.HidPacket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages at the key's side of CTAPHID, whole and broken ones (CTAP 2.3 §11.2.4). */
class HidServerTest {
    private final HidHost host = new HidHost();

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void ctap2AndU2fRequestsReachTheAuthenticator() throws InterruptedException {
        host.openChannels(1);

        host.send("00000001 90 0002 04AA");
        host.expect("00000001 90 0003 0004AA");
        host.send("00000001 83 0004 00030000");
        host.expect("00000001 83 0006 00030000 9000");
    }

    @Test
    void aLongMessageComesAndGoesInPackets() throws InterruptedException {
        host.openChannels(1);

        host.send("00000001 81 003A" + "11".repeat(57));
        host.expectSilence();
        host.send("00000001 00 22");

        host.expect("00000001 81 003A" + "11".repeat(57));
        host.expect("00000001 00 22");
    }

    @Test
    void winkIsAnsweredWithNothing() throws InterruptedException {
        host.openChannels(1);

        host.send("00000001 88 0000");
        host.expect("00000001 88 0000");
    }

    @Test
    void aPacketOutOfOrderEndsTheMessage() throws InterruptedException {
        host.openChannels(1);

        host.send("00000001 81 0080");
        host.send("00000001 01");
        host.expect("00000001 BF 0001 04");
        host.send("00000001 00");
        host.expectSilence();
    }

    @Test
    void anotherFirstPacketInTheMiddleEndsTheMessage() throws InterruptedException {
        host.openChannels(1);

        host.send("00000001 81 0080");
        host.send("00000001 81 0001 AA");
        host.expect("00000001 BF 0001 04");
    }

    @Test
    void aPacketThatContinuesNothingIsPassedOver() throws InterruptedException {
        host.openChannels(2);

        host.send("00000001 00");
        host.send("00000007 00");
        host.expectSilence();
        host.send("00000001 81 003A" + "11".repeat(57));
        host.send("00000002 00 33");
        host.send("00000001 00 22");
        host.expect("00000001 81 003A" + "11".repeat(57));
        host.expect("00000001 00 22");
    }

    @Test
    void lengthsThatCannotBeAreRefused() throws InterruptedException {
        host.openChannels(1);

        host.send("00000001 81 1DBA");
        host.expect("00000001 BF 0001 03");
        host.send("00000001 90 0000");
        host.expect("00000001 BF 0001 03");
        host.send("00000001 88 0001");
        host.expect("00000001 BF 0001 03");
        host.send("FFFFFFFF 86 0007" + NONCE);
        host.expect("FFFFFFFF BF 0001 03");
    }

    @Test
    void theLongestMessageIsTaken() throws InterruptedException {
        host.openChannels(1);

        for (HidPacket packet : HidPacket.cut(1, 0x01, Bytes.of(new byte[HidPacket.MAX_MESSAGE]))) {
            host.server.accept(packet.octets().toArray());
        }

        host.expect("00000001 81 1DB9");
        assertEquals(128, host.fromKey.size());
    }

    @Test
    void commandsThatNobodyKnowsAreRefused() throws InterruptedException {
        host.openChannels(1);

        host.send("00000001 C2 0000");
        host.expect("00000001 BF 0001 01");
        host.send("00000001 BB 0001 01");
        host.expect("00000001 BF 0001 01");
    }

    @Test
    void aMessageWhoseRestDoesNotComeIsGivenUp() throws InterruptedException {
        host.openChannels(2);

        host.send("00000001 81 0080");
        host.ticker.advance(500);
        host.server.poll();
        host.expectSilence();
        host.ticker.advance(1);
        host.send("00000002 81 0001 AA");
        host.expect("00000001 BF 0001 05");
        host.expect("00000002 81 0001 AA");
    }
}
