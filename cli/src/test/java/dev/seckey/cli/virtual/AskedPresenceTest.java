package dev.seckey.cli.virtual;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.cli.terminal.PinPrompt;
import dev.seckey.ctap2.soft.UserPresence.Answer;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AskedPresenceTest {
    private final BlockingQueue<String> typed = new LinkedBlockingQueue<>();
    private final AtomicInteger questions = new AtomicInteger();
    private final AskedPresence person = new AskedPresence(new PinPrompt() {
        @Override
        public Optional<byte[]> ask(String question) {
            throw new AssertionError("a touch is no secret");
        }

        @Override
        public Optional<String> askOpenly(String question) {
            questions.incrementAndGet();
            try {
                return Optional.of(typed.take());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    });

    /** As the key asks, until it is answered. */
    private Answer waitFor() throws InterruptedException {
        Answer answer = person.answer(0);
        for (int waited = 1; answer == Answer.NOT_YET; waited++) {
            Thread.sleep(1);
            answer = person.answer(waited);
        }
        return answer;
    }

    @Test
    void enterTouchesAndNRefuses() throws InterruptedException {
        typed.add("");
        assertEquals(Answer.TOUCHED, waitFor());
        typed.add("n");
        assertEquals(Answer.REFUSED, waitFor());
        assertEquals(2, questions.get());
    }

    @Test
    void theQuestionIsAskedOnceHoweverLongItTakes() throws InterruptedException {
        assertEquals(Answer.NOT_YET, person.answer(0));
        assertEquals(Answer.NOT_YET, person.answer(100));
        typed.add("");
        assertEquals(Answer.TOUCHED, waitFor());
        assertEquals(1, questions.get());
    }

    @Test
    void withoutATerminalNobodyTouches() throws InterruptedException {
        AskedPresence nobody = new AskedPresence(PinPrompt.NOBODY);
        for (int waited = 0; waited < 10; waited++) {
            assertEquals(Answer.NOT_YET, nobody.answer(waited));
            Thread.sleep(1);
        }
    }
}
