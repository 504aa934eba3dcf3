package dev.seckey.cli.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.Memory;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.UserPresence;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.CtapHid;
import dev.seckey.ctap2.transport.Deadline;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.Keepalive;
import dev.seckey.ctap2.transport.KeepaliveListener;
import dev.seckey.ctap2.transport.Ticker;
import dev.seckey.ctap2.transport.Trace;
import dev.seckey.transports.virtual.DatagramLink;
import java.security.SecureRandom;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A key on a UDP port, its host, and a program that steers it. */
@Timeout(60)
class SimulatedKeyOverUdpTest {
    private static final Bytes GET_INFO = Bytes.fromHex("04");
    private static final Bytes SELECTION = Bytes.fromHex("0B");
    private static final Bytes TOUCHED = Bytes.fromHex("00");
    private static final Bytes PING = Bytes.utf8("is somebody there?");

    private final Rack rack = new Rack();
    private final SimulatedKey key = rack.put(new SimulatedKey(
            SimulatedProfiles.named("level2").orElseThrow(),
            Environment.ofThisMachine(),
            UserPresence.ALWAYS,
            Memory.NONE,
            0));
    private final DatagramLink link = rack.put(key.onUdp(0));
    private final KeyControl control = new KeyControl(key, "level2", "always", rack::close);
    private final Thread serving = new Thread(rack, "rack");
    private CtapHid host;

    @BeforeEach
    void plugIn() {
        serving.start();
        host = open();
    }

    @AfterEach
    void takeAway() {
        host.close();
        rack.close();
    }

    private CtapHid open() {
        return CtapHid.open(new UdpPipe(link.port()), Trace.NONE, new SecureRandom(), within(20_000));
    }

    private static Exchange within(long millis) {
        return Exchange.within(Duration.ofMillis(millis));
    }

    private void tell(String line) {
        assertEquals("ok", control.run(line).line());
    }

    private void expectNothing() {
        assertThrows(Fault.class, () -> host.ping(PING, within(200)));
    }

    private void expectPing() {
        assertEquals(PING, host.ping(PING, within(20_000)));
    }

    @Test
    void itAnswersAsAnyKeyDoes() {
        assertEquals(0, host.cbor(GET_INFO, within(20_000)).at(0));
        assertEquals(TOUCHED, host.cbor(SELECTION, within(20_000)));
    }

    @Test
    void twoHostsHaveChannelsOfTheirOwn() {
        try (CtapHid other = open()) {
            expectPing();
            assertEquals(PING, other.ping(PING, within(20_000)));
        }
    }

    @Test
    void whoeverSteersItTouchesItWhileItWaits() {
        tell("approve never");
        KeepaliveListener touchesWhenAsked = state -> {
            if (state == Keepalive.USER_PRESENCE_NEEDED) {
                tell("touch");
            }
        };
        Exchange exchange = new Exchange(
                Deadline.after(Ticker.SYSTEM, Duration.ofSeconds(20)), new CancelToken(), touchesWhenAsked, false);

        assertEquals(TOUCHED, host.cbor(SELECTION, exchange));
    }

    @Test
    void whatIsDroppedDoesNotArrive() {
        tell("fault drop at 1");
        expectNothing();
        expectPing();
    }

    @Test
    void whatIsGarbledArrivesAsSomethingElse() {
        tell("fault garble at 1");

        assertNotEquals(PING, host.ping(PING, within(20_000)));
        expectPing();
    }

    @Test
    void whatIsDelayedArrives() {
        tell("fault delay 5 at 1");

        expectPing();
    }

    @Test
    void aPowerCycleIsOverWhenItIsAnswered() {
        for (int i = 0; i < 20; i++) {
            tell("power-cycle");
            assertThrows(Fault.class, this::expectPing);
            host.close();
            host = open();
            expectPing();
        }
    }

    @Test
    void aDisconnectLeavesTheHostWithoutAnswerAndWithoutItsChannel() {
        tell("fault disconnect at 1");

        expectNothing();
        assertThrows(Fault.class, this::expectPing);
        host.close();
        host = open();
        expectPing();
        assertTrue(control.run("status").line().endsWith(" power-cycles=1"));
    }

    @Test
    void whatIsDroppedOnItsWayToTheKeyHasNoAnswer() {
        tell("fault drop at 1 in");
        expectNothing();
        expectPing();
    }

    @Test
    void whatTheKeyGetsByHalfIsFilledWithZeros() {
        tell("fault truncate at 1 in");
        Bytes heard = host.ping(Bytes.utf8("x".repeat(57)), within(20_000));
        assertEquals(Bytes.utf8("x".repeat(32 - 7)), heard.slice(0, 32 - 7));
        assertEquals(Bytes.of(new byte[57 - (32 - 7)]), heard.from(32 - 7));
    }

    @Test
    void aMessageWhoseRestDoesNotComeIsGivenUp() {
        tell("fault drop at 2 in");
        Fault fault = assertThrows(Fault.class, () -> host.ping(Bytes.utf8("x".repeat(58)), within(20_000)));
        assertTrue(fault.getMessage().endsWith("(CTAPHID error 0x05)"), fault.getMessage());
        expectPing();
    }

    /** The tests of other keys go on with their channel as if nothing had happened. */
    @Test
    void thePacketThatRestartsEmulatorsTakesThePowerAndLeavesTheChannels() {
        try (UdpPipe pipe = new UdpPipe(link.port())) {
            pipe.write(RestartPacket.PACKET);
        }
        expectPing();
        assertTrue(control.run("status").line().endsWith(" power-cycles=1"));
    }

    @Test
    void quitEndsTheService() throws InterruptedException {
        control.run("quit").then().run();

        serving.join();
    }
}
