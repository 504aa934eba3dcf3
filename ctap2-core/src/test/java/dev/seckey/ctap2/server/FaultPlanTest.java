package dev.seckey.ctap2.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.server.FaultPlan.Kind;
import dev.seckey.ctap2.server.FaultPlan.Mishap;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    private final List<Long> slept = new ArrayList<>();
    private int disconnected;
    private final FaultPlan plan = new FaultPlan(slept::add, () -> disconnected++);

    private void expect(String arrives, String sent) {
        assertEquals(
                Bytes.fromHex(arrives),
                Bytes.of(plan.pass(Bytes.fromHex(sent).toArray()).orElseThrow()));
    }

    private void expectNothing(String sent) {
        assertTrue(plan.pass(Bytes.fromHex(sent).toArray()).isEmpty());
    }

    @Test
    void withoutAPlanEverythingArrives() {
        expect("9000", "9000");
        assertEquals(0, plan.pending());
    }

    @Test
    void aMishapHappensAtItsNumberFromNowAndOnce() {
        expect("01", "01");
        plan.plan(2, Mishap.of(Kind.DROP));
        assertEquals(1, plan.pending());

        expect("02", "02");
        expectNothing("03");
        expect("04", "04");
        assertEquals(0, plan.pending());
        assertEquals(4, plan.passed());
    }

    @Test
    void whatIsDelayedArrivesUnchanged() {
        plan.plan(1, Mishap.delay(1500));

        expect("0102", "0102");
        assertEquals(List.of(1500L), slept);
    }

    @Test
    void garblingInvertsTheMessageAndNeitherHeaderNorStatusWord() {
        plan.plan(1, Mishap.of(Kind.GARBLE));

        expect("00000001900002" + "FFFB" + "9000", "00000001900002" + "0004" + "9000");
    }

    @Test
    void garblingOfAStatusWordAloneInvertsItsFirstOctet() {
        plan.plan(1, Mishap.of(Kind.GARBLE));

        expect("6F00", "9000");
    }

    @Test
    void halfOfWhatIsTruncatedArrivesAndAtLeastAnOctet() {
        plan.plan(1, Mishap.of(Kind.TRUNCATE));
        plan.plan(2, Mishap.of(Kind.TRUNCATE));

        expect("0102", "01020304");
        expect("01", "01");
    }

    @Test
    void aDisconnectTakesThePowerAndNothingArrives() {
        plan.plan(1, Mishap.of(Kind.DISCONNECT));

        expectNothing("9000");
        assertEquals(1, disconnected);
    }

    @Test
    void theFirstIsNumberOne() {
        assertThrows(IllegalArgumentException.class, () -> plan.plan(0, Mishap.of(Kind.DROP)));
    }
}
