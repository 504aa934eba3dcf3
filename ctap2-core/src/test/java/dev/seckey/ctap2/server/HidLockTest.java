package dev.seckey.ctap2.server;

import static dev.seckey.ctap2.server.HidHost.NONCE;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** CTAPHID_LOCK: one channel alone, for some seconds (CTAP 2.3 §11.2.9.2.2). */
class HidLockTest {
    private final HidHost host = new HidHost();

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void aLockKeepsOtherChannelsOutForItsTime() throws InterruptedException {
        host.openChannels(2);
        host.send("00000001 84 0001 05");
        host.expect("00000001 84 0000");

        host.send("00000002 81 0001 AA");
        host.expect("00000002 BF 0001 06");
        host.send("00000002 84 0001 05");
        host.expect("00000002 BF 0001 06");
        host.send("00000001 81 0001 AA");
        host.expect("00000001 81 0001 AA");

        host.ticker.advance(5000);
        host.send("00000002 81 0001 AA");
        host.expect("00000002 81 0001 AA");
    }

    @Test
    void aLockOfNoSecondsGivesItBack() throws InterruptedException {
        host.openChannels(2);
        host.send("00000001 84 0001 0A");
        host.expect("00000001 84 0000");
        host.send("00000001 84 0001 00");
        host.expect("00000001 84 0000");

        host.send("00000002 81 0001 AA");
        host.expect("00000002 81 0001 AA");
    }

    @Test
    void aLockLastsTenSecondsAtMostAndSaysHowManyInOneByte() throws InterruptedException {
        host.openChannels(1);

        host.send("00000001 84 0001 0B");
        host.expect("00000001 BF 0001 02");
        host.send("00000001 84 0000");
        host.expect("00000001 BF 0001 03");
        host.send("00000001 84 0002 0001");
        host.expect("00000001 BF 0001 03");
    }

    @Test
    void aLockKeepsOthersFromResynchronizingToo() throws InterruptedException {
        host.openChannels(2);
        host.send("00000001 84 0001 05");
        host.expect("00000001 84 0000");
        host.send("00000002 86 0008" + NONCE);
        host.expect("00000002 BF 0001 06");

        host.send("00000001 84 0001 00");
        host.expect("00000001 84 0000");
        host.send("00000002 86 0008" + NONCE);
        host.expect("00000002 86 0011" + NONCE + "00000002 02 000100 05");
    }

    @Test
    void whoeverComesNewGetsAChannelInSpiteOfALock() throws InterruptedException {
        host.openChannels(1);
        host.send("00000001 84 0001 05");
        host.expect("00000001 84 0000");

        host.send("FFFFFFFF 86 0008" + NONCE);
        host.expect("FFFFFFFF 86 0011" + NONCE + "00000002 02 000100 05");
    }
}
