package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.FailureHandler;
import dev.seckey.cli.keys.KeySelector;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.keys.Watch;
import dev.seckey.cli.output.QueueSummaryResult;
import dev.seckey.cli.output.QueueVerdictResult;
import dev.seckey.cli.verify.Verified;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.verdict.Verdict.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Verifies keys as they come; one that fails is told and does not stop the queue. */
final class VerifyQueue {
    private static final long BETWEEN_BEEPS_MILLIS = 300;

    private final Context context;
    private final QueueOptions options;
    private final Function<OpenKey, Verified> verify;
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private int unread;
    private boolean simulated;

    /** @param verify makes the verdict, and keeps it where it is to be kept */
    VerifyQueue(Context context, QueueOptions options, Function<OpenKey, Verified> verify) {
        this.context = context;
        this.options = options;
        this.verify = verify;
    }

    ExitCode run() {
        Optional<KeySelector> selector = context.selector();
        if (selector.isPresent()) {
            // a simulated key is a new one each time; a real one is in its place but once
            int times = selector.get() instanceof KeySelector.Simulated ? Math.max(1, options.count()) : 1;
            for (int i = 0; i < times && !context.surroundings().cancel().isCancelled(); i++) {
                next(context::openKey);
            }
        } else {
            new Watch(context.keys(), Sleeper.SYSTEM, context.surroundings().cancel())
                    .run(
                            (change, key) -> {
                                if (change != Watch.Change.REMOVED && !isAtEnd()) {
                                    next(() -> context.opener().open(key));
                                }
                            },
                            this::isAtEnd);
        }
        context.output()
                .printEach(
                        "verify",
                        new QueueSummaryResult(
                                count(Outcome.ACCEPTABLE),
                                count(Outcome.NOT_ACCEPTABLE),
                                count(Outcome.CANNOT_TELL),
                                unread,
                                simulated));
        return answer();
    }

    private void next(Supplier<OpenKey> open) {
        try (OpenKey key = open.get()) {
            Verified verified = verify.apply(key);
            outcomes.merge(verified.verdict().outcome(), 1, Integer::sum);
            simulated |= verified.simulated();
            context.output()
                    .printEach(
                            "verify", new QueueVerdictResult(done(), key.selector(), VerifyCommand.result(verified)));
            beep(verified.verdict().outcome() == Outcome.ACCEPTABLE ? 1 : 2);
        } catch (Fault e) {
            if (context.surroundings().cancel().isCancelled()) {
                return;
            }
            unread++;
            new FailureHandler(context.surroundings().err(), false).handle(e);
            beep(2);
        }
        if (!isAtEnd()) {
            context.prompts().say("next key, please");
        }
    }

    private void beep(int times) {
        for (int i = 0; i < times && options.beep(); i++) {
            if (i > 0) {
                Sleeper.SYSTEM.sleep(BETWEEN_BEEPS_MILLIS);
            }
            context.surroundings().err().print('\u0007');
            context.surroundings().err().flush();
        }
    }

    private int count(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    private int done() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum() + unread;
    }

    private boolean isAtEnd() {
        return options.count() > 0 && done() >= options.count();
    }

    /** A key that could not be read leaves its question open. */
    private ExitCode answer() {
        if (count(Outcome.NOT_ACCEPTABLE) > 0) {
            return ExitCode.NO;
        }
        return unread + count(Outcome.CANNOT_TELL) > 0 ? ExitCode.CANNOT_TELL : ExitCode.DONE;
    }
}
