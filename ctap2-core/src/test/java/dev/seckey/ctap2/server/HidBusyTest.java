package dev.seckey.ctap2.server;

import static dev.seckey.ctap2.server.HidHost.NONCE;

import dev.seckey.ctap2.transport.Keepalive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** While a request is being worked on: others, keepalives and cancels (CTAP 2.3 §11.2.5). */
class HidBusyTest {
    private final HidHost host = new HidHost();

    @AfterEach
    void stop() {
        host.close();
    }

    @Test
    void whileOneChannelIsServedTheOthersAreToldSo() throws InterruptedException {
        host.openChannels(2);
        host.send("00000001 90 0001 0B");

        host.send("00000002 81 0001 AA");
        host.expect("00000002 BF 0001 06");
        host.send("00000001 81 0001 AA");
        host.expect("00000001 BF 0001 06");
        host.send("FFFFFFFF 86 0008" + NONCE);
        host.expect("FFFFFFFF 86 0011" + NONCE + "00000003 02 000100 05");

        host.key.finish();
        host.expect("00000001 90 0001 00");
    }

    @Test
    void keepalivesGoToTheChannelThatWaits() throws InterruptedException {
        host.openChannels(1);
        host.send("00000001 90 0001 0B");

        host.key.say(Keepalive.USER_PRESENCE_NEEDED);
        host.expect("00000001 BB 0001 02");
        host.key.say(Keepalive.PROCESSING);
        host.expect("00000001 BB 0001 01");
    }

    @Test
    void aCancelEndsTheRequestOfItsOwnChannelOnly() throws InterruptedException {
        host.openChannels(2);
        host.send("00000001 90 0001 0B");

        host.send("00000002 91 0000");
        host.key.say(Keepalive.USER_PRESENCE_NEEDED);
        host.expect("00000001 BB 0001 02");
        host.send("00000001 91 0000");
        host.expect("00000001 90 0001 2D");
    }

    @Test
    void aCancelOfNothingIsNotAnswered() throws InterruptedException {
        host.openChannels(1);

        host.send("00000001 91 0000");

        host.expectSilence();
    }
}
