package dev.seckey.ctap2.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.transport.HidPacket;
import dev.seckey.ctap2.transport.HidPipe;
import dev.seckey.ctap2.transport.Keepalive;
import dev.seckey.ctap2.transport.ManualTicker;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The key's side of CTAPHID, in good hands and in bad ones (CTAP 2.3 §11.2). Packets without the zeros at their end. */
class HidServerTest {
    private static final String NONCE = "A1A2A3A4A5A6A7A8";

    private final PuppetKey key = new PuppetKey();
    private final ManualTicker ticker = new ManualTicker();
    private final BlockingQueue<byte[]> fromKey = new LinkedBlockingQueue<>();
    private final HidServer server = new HidServer(key, fromKey::add, ticker);

    @AfterEach
    void stop() {
        server.close();
    }

    private void send(String packet) {
        server.accept(padded(packet).toArray());
    }

    private static Bytes padded(String packet) {
        Bytes start = Bytes.fromHex(packet);
        return start.plus(Bytes.of(new byte[HidPipe.PACKET_SIZE - start.size()]));
    }

    /** Waits for the key's next packet. */
    private void expect(String packet) throws InterruptedException {
        byte[] octets = fromKey.poll(5, TimeUnit.SECONDS);
        assertNotNull(octets, "the key says nothing");
        assertEquals(padded(packet), Bytes.of(octets));
    }

    private void expectSilence() {
        assertTrue(fromKey.isEmpty(), "the key must not answer");
    }

    private void openChannels(int count) throws InterruptedException {
        for (int channel = 1; channel <= count; channel++) {
            send("FFFFFFFF 86 0008" + NONCE);
            expect("FFFFFFFF 86 0011" + NONCE + "0000000" + channel + "02 000100 05");
        }
    }

    @Test
    void everyInitOnTheBroadcastChannelOpensAnother() throws InterruptedException {
        openChannels(2);

        send("00000002 81 0001 AA");
        expect("00000002 81 0001 AA");
    }

    @Test
    void capabilitiesSayWhatTheAuthenticatorSpeaks() throws InterruptedException {
        key.u2f = false;
        send("FFFFFFFF 86 0008" + NONCE);
        expect("FFFFFFFF 86 0011" + NONCE + "00000001 02 000100 0D");

        send("00000001 83 0004 00030000");
        expect("00000001 BF 0001 01");
    }

    @Test
    void ctap2AndU2fRequestsReachTheAuthenticator() throws InterruptedException {
        openChannels(1);

        send("00000001 90 0002 04AA");
        expect("00000001 90 0003 0004AA");
        send("00000001 83 0004 00030000");
        expect("00000001 83 0006 00030000 9000");
    }

    @Test
    void aLongMessageComesAndGoesInPackets() throws InterruptedException {
        openChannels(1);

        send("00000001 81 003A" + "11".repeat(57));
        expectSilence();
        send("00000001 00 22");

        expect("00000001 81 003A" + "11".repeat(57));
        expect("00000001 00 22");
    }

    @Test
    void winkIsAnsweredWithNothing() throws InterruptedException {
        openChannels(1);

        send("00000001 88 0000");
        expect("00000001 88 0000");
    }

    @Test
    void aChannelThatNobodyOpenedIsInvalid() throws InterruptedException {
        send("00000000 81 0000");
        expect("00000000 BF 0001 0B");
        send("FFFFFFFF 81 0000");
        expect("FFFFFFFF BF 0001 0B");
        send("00000001 81 0000");
        expect("00000001 BF 0001 0B");
        send("00000000 86 0008" + NONCE);
        expect("00000000 BF 0001 0B");
        send("00000001 86 0008" + NONCE);
        expect("00000001 BF 0001 0B");
    }

    @Test
    void aPacketOutOfOrderEndsTheMessage() throws InterruptedException {
        openChannels(1);

        send("00000001 81 0080");
        send("00000001 01");
        expect("00000001 BF 0001 04");
        send("00000001 00");
        expectSilence();
    }

    @Test
    void anotherFirstPacketInTheMiddleEndsTheMessage() throws InterruptedException {
        openChannels(1);

        send("00000001 81 0080");
        send("00000001 81 0001 AA");
        expect("00000001 BF 0001 04");
    }

    @Test
    void aPacketThatContinuesNothingIsPassedOver() throws InterruptedException {
        openChannels(2);

        send("00000001 00");
        send("00000007 00");
        expectSilence();
        send("00000001 81 003A" + "11".repeat(57));
        send("00000002 00 33");
        send("00000001 00 22");
        expect("00000001 81 003A" + "11".repeat(57));
        expect("00000001 00 22");
    }

    @Test
    void lengthsThatCannotBeAreRefused() throws InterruptedException {
        openChannels(1);

        send("00000001 81 1DBA");
        expect("00000001 BF 0001 03");
        send("00000001 90 0000");
        expect("00000001 BF 0001 03");
        send("00000001 88 0001");
        expect("00000001 BF 0001 03");
        send("FFFFFFFF 86 0007" + NONCE);
        expect("FFFFFFFF BF 0001 03");
    }

    @Test
    void theLongestMessageIsTaken() throws InterruptedException {
        openChannels(1);

        for (HidPacket packet : HidPacket.cut(1, 0x01, Bytes.of(new byte[HidPacket.MAX_MESSAGE]))) {
            server.accept(packet.octets().toArray());
        }

        expect("00000001 81 1DB9");
        assertEquals(128, fromKey.size());
    }

    @Test
    void commandsThatNobodyKnowsAreRefused() throws InterruptedException {
        openChannels(1);

        send("00000001 C2 0000");
        expect("00000001 BF 0001 01");
        send("00000001 BB 0001 01");
        expect("00000001 BF 0001 01");
    }

    @Test
    void aMessageWhoseRestDoesNotComeIsGivenUp() throws InterruptedException {
        openChannels(2);

        send("00000001 81 0080");
        ticker.advance(500);
        server.poll();
        expectSilence();
        ticker.advance(1);
        send("00000002 81 0001 AA");
        expect("00000001 BF 0001 05");
        expect("00000002 81 0001 AA");
    }

    @Test
    void whileOneChannelIsServedTheOthersAreToldSo() throws InterruptedException {
        openChannels(2);
        send("00000001 90 0001 0B");

        send("00000002 81 0001 AA");
        expect("00000002 BF 0001 06");
        send("00000001 81 0001 AA");
        expect("00000001 BF 0001 06");
        send("FFFFFFFF 86 0008" + NONCE);
        expect("FFFFFFFF 86 0011" + NONCE + "00000003 02 000100 05");

        key.finish();
        expect("00000001 90 0001 00");
    }

    @Test
    void keepalivesGoToTheChannelThatWaits() throws InterruptedException {
        openChannels(1);
        send("00000001 90 0001 0B");

        key.say(Keepalive.USER_PRESENCE_NEEDED);
        expect("00000001 BB 0001 02");
        key.say(Keepalive.PROCESSING);
        expect("00000001 BB 0001 01");
    }

    @Test
    void aCancelEndsTheRequestOfItsOwnChannelOnly() throws InterruptedException {
        openChannels(2);
        send("00000001 90 0001 0B");

        send("00000002 91 0000");
        key.say(Keepalive.USER_PRESENCE_NEEDED);
        expect("00000001 BB 0001 02");
        send("00000001 91 0000");
        expect("00000001 90 0001 2D");
    }

    @Test
    void aCancelOfNothingIsNotAnswered() throws InterruptedException {
        openChannels(1);

        send("00000001 91 0000");

        expectSilence();
    }

    @Test
    void initOnAChannelEndsWhatItWasDoing() throws InterruptedException {
        openChannels(1);
        send("00000001 90 0001 0B");

        send("00000001 86 0008" + NONCE);
        expect("00000001 86 0011" + NONCE + "00000001 02 000100 05");
        send("00000001 90 0001 04");
        expect("00000001 90 0002 0004");
        expectSilence();
    }

    @Test
    void initOnAChannelForgetsHalfAMessage() throws InterruptedException {
        openChannels(1);
        send("00000001 81 0080");

        send("00000001 86 0008" + NONCE);
        expect("00000001 86 0011" + NONCE + "00000001 02 000100 05");
        send("00000001 00");
        expectSilence();
    }

    @Test
    void aLockKeepsOtherChannelsOutForItsTime() throws InterruptedException {
        openChannels(2);
        send("00000001 84 0001 05");
        expect("00000001 84 0000");

        send("00000002 81 0001 AA");
        expect("00000002 BF 0001 06");
        send("00000002 84 0001 05");
        expect("00000002 BF 0001 06");
        send("00000001 81 0001 AA");
        expect("00000001 81 0001 AA");

        ticker.advance(5000);
        send("00000002 81 0001 AA");
        expect("00000002 81 0001 AA");
    }

    @Test
    void aLockOfNoSecondsGivesItBack() throws InterruptedException {
        openChannels(2);
        send("00000001 84 0001 0A");
        expect("00000001 84 0000");
        send("00000001 84 0001 00");
        expect("00000001 84 0000");

        send("00000002 81 0001 AA");
        expect("00000002 81 0001 AA");
    }

    @Test
    void aLockLastsTenSecondsAtMostAndSaysHowManyInOneByte() throws InterruptedException {
        openChannels(1);

        send("00000001 84 0001 0B");
        expect("00000001 BF 0001 02");
        send("00000001 84 0000");
        expect("00000001 BF 0001 03");
        send("00000001 84 0002 0001");
        expect("00000001 BF 0001 03");
    }

    @Test
    void aLockKeepsOthersFromResynchronizingToo() throws InterruptedException {
        openChannels(2);
        send("00000001 84 0001 05");
        expect("00000001 84 0000");
        send("00000002 86 0008" + NONCE);
        expect("00000002 BF 0001 06");

        send("00000001 84 0001 00");
        expect("00000001 84 0000");
        send("00000002 86 0008" + NONCE);
        expect("00000002 86 0011" + NONCE + "00000002 02 000100 05");
    }

    /** As the tests of other keys do. */
    @Test
    void aClientMayOpenAChannelOfItsOwnChoice() throws InterruptedException {
        send("11223344 86 0008" + NONCE);
        expect("11223344 86 0011" + NONCE + "11223344 02 000100 05");
        send("11223344 81 0001 AA");
        expect("11223344 81 0001 AA");

        send("FFFFFFFF 86 0008" + NONCE);
        expect("FFFFFFFF 86 0011" + NONCE + "00000001 02 000100 05");
    }

    @Test
    void channelsOfClientsOwnChoiceAreFew() throws InterruptedException {
        for (int channel = 0x11000001; channel <= 0x11000040; channel++) {
            send("%08X 86 0008".formatted(channel) + NONCE);
            expect("%08X 86 0011".formatted(channel) + NONCE + "%08X 02 000100 05".formatted(channel));
        }
        send("11000041 86 0008" + NONCE);
        expect("11000041 BF 0001 0B");
        send("11000001 81 0001 AA");
        expect("11000001 81 0001 AA");
    }

    @Test
    void whoeverComesNewGetsAChannelInSpiteOfALock() throws InterruptedException {
        openChannels(1);
        send("00000001 84 0001 05");
        expect("00000001 84 0000");

        send("FFFFFFFF 86 0008" + NONCE);
        expect("FFFFFFFF 86 0011" + NONCE + "00000002 02 000100 05");
    }

    @Test
    void withoutPowerChannelsAndLocksAndWhatWasRunningAreForgotten() throws InterruptedException {
        openChannels(2);
        send("00000002 84 0001 0A");
        expect("00000002 84 0000");
        send("00000002 90 0001 0B");

        server.powerCycle();

        assertEquals(1, key.powerCycles.get());
        send("00000001 81 0001 AA");
        expect("00000001 BF 0001 0B");
        openChannels(1);
        send("00000001 81 0001 AA");
        expect("00000001 81 0001 AA");
        expectSilence();
    }
}
