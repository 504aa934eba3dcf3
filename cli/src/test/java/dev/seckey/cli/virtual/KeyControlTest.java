package dev.seckey.cli.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.Memory;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.UserPresence;
import dev.seckey.ctap2.soft.UserPresence.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyControlTest {
    private final SimulatedKey key = new SimulatedKey(
            SimulatedProfiles.named("level2").orElseThrow(),
            Environment.ofThisMachine(),
            UserPresence.NEVER,
            Memory.NONE,
            0);
    private final KeyControl control = new KeyControl(key, "level2", "never", () -> {});

    @AfterEach
    void close() {
        key.close();
    }

    private String tell(String line) {
        return control.run(line).line();
    }

    @Test
    void statusTellsHowThingsStand() {
        assertEquals(
                "ok SIMULATED profile=level2 approve=never received=0 sent=0 faults=0 power-cycles=0", tell("status"));

        assertEquals("ok", tell("approve after:500"));
        assertEquals("ok", tell("fault truncate at 3"));
        assertEquals("ok", tell("fault delay 250 at 4"));
        assertEquals("ok", tell("power-cycle"));

        assertEquals("ok", tell("fault drop at 1 in"));
        assertEquals(
                "ok SIMULATED profile=level2 approve=after:500 received=0 sent=0 faults=3 power-cycles=1",
                tell("status"));
    }

    @Test
    void aTouchCountsOnce() {
        assertEquals("ok", tell("touch"));

        assertEquals(Answer.TOUCHED, key.presence().answer(0));
        assertEquals(Answer.NOT_YET, key.presence().answer(0));
    }

    @Test
    void aTouchThatNobodyTookIsForgottenWithTheNextApproval() {
        assertEquals("ok", tell("touch"));
        assertEquals("ok", tell("approve never"));

        assertEquals(Answer.NOT_YET, key.presence().answer(0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "TOUCH",
                "approve",
                "approve ask",
                "approve sometimes",
                "fault",
                "fault drop",
                "fault drop at 0",
                "fault drop 5 at 1",
                "fault drop at 1 out",
                "fault delay at 1",
                "fault delay -1 at 1",
                "fault explode at 1",
                "POST / HTTP/1.1"
            })
    void anythingElseIsNotUnderstood(String line) {
        assertThrows(IllegalArgumentException.class, () -> tell(line));
    }
}
