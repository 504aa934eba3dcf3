package dev.seckey.ctap2.soft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.Selection;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.server.Waiting;
import dev.seckey.ctap2.transport.ManualTicker;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

/** A card that is touched by being laid on the reader (CTAP 2.3 §5). */
class TapPresenceTest {
    private final ManualTicker time = new ManualTicker();
    private final SoftAuthenticator card = new SoftAuthenticator(
            KeyInHand.profile(), new Environment(time, time, new SecureRandom(), new TapPresence(time)));

    private CtapStatus status() {
        Bytes answer = card.cbor(new Selection().encode(), Waiting.SILENT);
        return CtapStatus.of(answer.at(0));
    }

    @Test
    void oneTapCountsForOneRequest() {
        assertEquals(CtapStatus.OK, status());
        assertEquals(CtapStatus.USER_ACTION_TIMEOUT, status());
    }

    @Test
    void laidDownAgainItCountsAgain() {
        assertEquals(CtapStatus.OK, status());
        card.powerCycle();
        assertEquals(CtapStatus.OK, status());
    }

    @Test
    void aTapIsOldAfterTwoMinutes() {
        time.advance(120_001);
        assertEquals(CtapStatus.USER_ACTION_TIMEOUT, status());
    }

    @Test
    void whatNeedsNoTouchLeavesTheTapForLater() {
        card.cbor(Bytes.fromHex("04"), Waiting.SILENT);
        time.advance(120_000);
        assertEquals(CtapStatus.OK, status());
    }
}
