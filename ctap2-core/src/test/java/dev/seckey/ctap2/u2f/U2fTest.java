package dev.seckey.ctap2.u2f;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.CtapDevice;
import dev.seckey.ctap2.transport.Deadline;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.Keepalive;
import dev.seckey.ctap2.transport.ManualTicker;
import dev.seckey.ctap2.transport.Transport;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A client that asks a U2F key again until it is touched. */
class U2fTest {
    private static final Bytes HASH = Bytes.of(new byte[32]);
    private static final U2fAuthenticate AUTHENTICATE =
            new U2fAuthenticate(U2fControl.ENFORCE_USER_PRESENCE, HASH, HASH, Bytes.fromHex("AA"));

    private final ManualTicker ticker = new ManualTicker();
    private final CancelToken cancel = new CancelToken();
    private final List<Keepalive> keepalives = new ArrayList<>();
    private final Exchange exchange =
            new Exchange(Deadline.after(ticker, Duration.ofSeconds(1)), cancel, keepalives::add, false);
    private final Answers key = new Answers();
    private final U2f u2f = new U2f(key, ticker);

    @Test
    void theKeyTellsItsVersion() {
        key.add("5532465F5632 9000");

        assertEquals("U2F_V2", u2f.version(exchange));
    }

    @Test
    void aKeyIsAskedEvery200MillisecondsUntilItIsTouched() {
        key.add("6985").add("6985").add("01 00000007 3000 9000");

        U2fAssertion assertion = u2f.authenticate(AUTHENTICATE, exchange);

        assertEquals(7, assertion.counter());
        assertEquals(400_000_000, ticker.nanos());
        assertEquals(List.of(Keepalive.USER_PRESENCE_NEEDED), keepalives, "told once");
    }

    @Test
    void aKeyThatNobodyTouchesIsGivenUpAtTheDeadline() {
        for (int i = 0; i < 5; i++) {
            key.add("6985");
        }

        assertEquals(Reason.TOUCH_TIMEOUT, failure());
    }

    @Test
    void aCancelEndsTheAsking() {
        key.add("6985");
        cancel.cancel();

        assertEquals(Reason.CANCELLED, failure());
    }

    @Test
    void aKeyHandleOfAnotherKeyIsRefused() {
        key.add("6A80");

        assertEquals(Reason.KEY_REFUSED, failure());
    }

    @Test
    void aKeyKnowsItsOwnKeyHandlesWithoutATouch() {
        key.add("6985").add("6A80");

        assertTrue(u2f.knows(HASH, Bytes.fromHex("AA"), exchange));
        assertFalse(u2f.knows(HASH, Bytes.fromHex("BB"), exchange));
        assertEquals(0, ticker.nanos());
    }

    private Reason failure() {
        return assertThrows(TransportFault.class, () -> u2f.authenticate(AUTHENTICATE, exchange))
                .reason();
    }

    /** A key whose answers are known before. */
    private static final class Answers implements CtapDevice {
        private final Deque<Bytes> answers = new ArrayDeque<>();

        Answers add(String hex) {
            answers.add(Bytes.fromHex(hex));
            return this;
        }

        @Override
        public Bytes cbor(Bytes request, Exchange exchange) {
            throw new AssertionError("U2F only");
        }

        @Override
        public Bytes u2f(Bytes apdu, Exchange exchange) {
            return answers.remove();
        }

        @Override
        public Transport transport() {
            return Transport.USB;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
