package dev.seckey.cli.virtual;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.terminal.PinPrompt;
import dev.seckey.ctap2.soft.TapPresence;
import dev.seckey.ctap2.soft.UserPresence;
import dev.seckey.ctap2.transport.Ticker;
import java.util.Optional;

/** Who touches a simulated key: {@code always}, {@code never}, {@code after:MILLISECONDS}, {@code tap}, {@code ask}. */
public final class Approval {
    private static final String AFTER = "after:";

    private Approval() {}

    /** @param terminal where the person is asked */
    public static UserPresence parse(String text, PinPrompt terminal) {
        if (text.equals("ask")) {
            return new AskedPresence(terminal);
        }
        return unattended(text)
                .orElseThrow(() -> new UsageException(
                        "\"" + text + "\" is no approval",
                        "write always, never, tap, ask, or after:500 (milliseconds)"));
    }

    /** Those that need no terminal; empty if it is none of them. */
    static Optional<UserPresence> unattended(String text) {
        if (text.equals("always")) {
            return Optional.of(UserPresence.AT_ONCE);
        }
        if (text.equals("never")) {
            return Optional.of(UserPresence.NEVER);
        }
        if (text.equals("tap")) {
            return Optional.of(new TapPresence(Ticker.SYSTEM));
        }
        return text.matches(AFTER + "[0-9]{1,9}")
                ? Optional.of(UserPresence.after(Long.parseLong(text.substring(AFTER.length()))))
                : Optional.empty();
    }
}
