package dev.seckey.ctap2.server;

import static dev.seckey.ctap2.server.HidHost.NONCE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Channels: who gets one, and who may keep it (CTAP 2.3 §11.2.9.1.3). */
class HidChannelsTest {
    private final HidHost host = new HidHost();

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void everyInitOnTheBroadcastChannelOpensAnother() throws InterruptedException {
        host.openChannels(2);

        host.send("00000002 81 0001 AA");
        host.expect("00000002 81 0001 AA");
    }

    @Test
    void capabilitiesSayWhatTheAuthenticatorSpeaks() throws InterruptedException {
        host.key.u2f = false;
        host.send("FFFFFFFF 86 0008" + NONCE);
        host.expect("FFFFFFFF 86 0011" + NONCE + "00000001 02 000100 0D");

        host.send("00000001 83 0004 00030000");
        host.expect("00000001 BF 0001 01");
    }

    @Test
    void aChannelThatNobodyOpenedIsInvalid() throws InterruptedException {
        host.send("00000000 81 0000");
        host.expect("00000000 BF 0001 0B");
        host.send("FFFFFFFF 81 0000");
        host.expect("FFFFFFFF BF 0001 0B");
        host.send("00000001 81 0000");
        host.expect("00000001 BF 0001 0B");
        host.send("00000000 86 0008" + NONCE);
        host.expect("00000000 BF 0001 0B");
        host.send("00000001 86 0008" + NONCE);
        host.expect("00000001 BF 0001 0B");
    }

    @Test
    void initOnAChannelEndsWhatItWasDoing() throws InterruptedException {
        host.openChannels(1);
        host.send("00000001 90 0001 0B");

        host.send("00000001 86 0008" + NONCE);
        host.expect("00000001 86 0011" + NONCE + "00000001 02 000100 05");
        host.send("00000001 90 0001 04");
        host.expect("00000001 90 0002 0004");
        host.expectSilence();
    }

    @Test
    void initOnAChannelForgetsHalfAMessage() throws InterruptedException {
        host.openChannels(1);
        host.send("00000001 81 0080");

        host.send("00000001 86 0008" + NONCE);
        host.expect("00000001 86 0011" + NONCE + "00000001 02 000100 05");
        host.send("00000001 00");
        host.expectSilence();
    }

    /** As the tests of other keys do. */
    @Test
    void aClientMayOpenAChannelOfItsOwnChoice() throws InterruptedException {
        host.send("11223344 86 0008" + NONCE);
        host.expect("11223344 86 0011" + NONCE + "11223344 02 000100 05");
        host.send("11223344 81 0001 AA");
        host.expect("11223344 81 0001 AA");

        host.send("FFFFFFFF 86 0008" + NONCE);
        host.expect("FFFFFFFF 86 0011" + NONCE + "00000001 02 000100 05");
    }

    @Test
    void channelsOfClientsOwnChoiceAreFew() throws InterruptedException {
        for (int channel = 0x11000001; channel <= 0x11000040; channel++) {
            host.send("%08X 86 0008".formatted(channel) + NONCE);
            host.expect("%08X 86 0011".formatted(channel) + NONCE + "%08X 02 000100 05".formatted(channel));
        }
        host.send("11000041 86 0008" + NONCE);
        host.expect("11000041 BF 0001 0B");
        host.send("11000001 81 0001 AA");
        host.expect("11000001 81 0001 AA");
    }

    @Test
    void withoutPowerChannelsAndLocksAndWhatWasRunningAreForgotten() throws InterruptedException {
        host.openChannels(2);
        host.send("00000002 84 0001 0A");
        host.expect("00000002 84 0000");
        host.send("00000002 90 0001 0B");

        host.server.powerCycle();

        assertEquals(1, host.key.powerCycles.get());
        host.send("00000001 81 0001 AA");
        host.expect("00000001 BF 0001 0B");
        host.openChannels(1);
        host.send("00000001 81 0001 AA");
        host.expect("00000001 81 0001 AA");
        host.expectSilence();
    }
}
