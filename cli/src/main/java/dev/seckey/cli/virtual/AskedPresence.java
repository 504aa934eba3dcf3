package dev.seckey.cli.virtual;

import dev.seckey.cli.terminal.PinPrompt;
import dev.seckey.ctap2.soft.UserPresence;
import java.util.Optional;

/**
 * The person at the terminal of the simulated key: Enter touches it, "n" refuses, no terminal is nobody there. The
 * question stands while the request goes on waiting, so that it can be cancelled; an answer that comes after its request
 * has gone is nobody's.
 */
final class AskedPresence implements UserPresence {
    private static final String QUESTION = "Touch the SIMULATED key? Enter to touch it, n to refuse";

    private final PinPrompt terminal;
    private boolean asking;
    private Optional<Answer> answered = Optional.empty();
    private long waited;

    AskedPresence(PinPrompt terminal) {
        this.terminal = terminal;
    }

    @Override
    public synchronized Answer answer(long waitedMillis) {
        if (waitedMillis < waited) {
            answered = Optional.empty(); // to an earlier request
        }
        waited = waitedMillis;
        if (answered.isPresent()) {
            Answer answer = answered.get();
            if (answer != Answer.NOT_YET) {
                answered = Optional.empty();
            }
            return answer;
        }
        if (!asking) {
            asking = true;
            Thread asks = new Thread(this::ask, "touch-question");
            asks.setDaemon(true);
            asks.start();
        }
        return Answer.NOT_YET;
    }

    private void ask() {
        Answer answer = terminal.askOpenly(QUESTION)
                .map(typed -> typed.strip().equalsIgnoreCase("n") ? Answer.REFUSED : Answer.TOUCHED)
                .orElse(Answer.NOT_YET);
        synchronized (this) {
            asking = false;
            answered = Optional.of(answer);
        }
    }
}
