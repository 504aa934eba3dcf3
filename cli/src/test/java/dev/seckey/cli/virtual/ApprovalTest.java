package dev.seckey.cli.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.terminal.PinPrompt;
import dev.seckey.ctap2.soft.UserPresence;
import dev.seckey.ctap2.soft.UserPresence.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalTest {
    @Test
    void alwaysTouchesAtOnceAndNeverDoesNot() {
        UserPresence always = Approval.parse("always", PinPrompt.NOBODY);
        assertEquals(Answer.TOUCHED, always.answer(0));
        assertTrue(always.isAsked());
        assertEquals(Answer.NOT_YET, Approval.parse("never", PinPrompt.NOBODY).answer(60_000));
    }

    @Test
    void afterCountsMilliseconds() {
        UserPresence presence = Approval.parse("after:500", PinPrompt.NOBODY);

        assertEquals(Answer.NOT_YET, presence.answer(499));
        assertEquals(Answer.TOUCHED, presence.answer(500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sometimes", "after", "after:", "after:soon", "after:-1", "ALWAYS"})
    void anythingElseIsRefused(String text) {
        assertThrows(UsageException.class, () -> Approval.parse(text, PinPrompt.NOBODY));
    }
}
