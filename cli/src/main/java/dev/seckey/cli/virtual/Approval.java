package dev.seckey.cli.virtual;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.soft.UserPresence;

/** Who touches a simulated key: {@code always}, {@code never}, {@code after:MILLISECONDS}. */
public final class Approval {
    private Approval() {}

    public static UserPresence parse(String text) {
        if (text.equals("always")) {
            return UserPresence.ALWAYS;
        }
        if (text.equals("never")) {
            return UserPresence.NEVER;
        }
        try {
            if (text.matches("after:[0-9]+")) {
                return UserPresence.after(Long.parseLong(text.substring("after:".length())));
            }
        } catch (NumberFormatException e) {
            throw unknown(text);
        }
        throw unknown(text);
    }

    private static UsageException unknown(String text) {
        return new UsageException(
                "\"" + text + "\" is no approval", "write always, never, or after:500 (milliseconds)");
    }
}
