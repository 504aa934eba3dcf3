package dev.seckey.cli.terminal;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.fault.ChoiceFault;
import dev.seckey.ctap2.fault.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Asks before something is lost: at the terminal, or by {@code --yes} beforehand. */
public final class Consent {
    private static final Set<String> YES = Set.of("y", "yes");

    private final PinPrompt prompt;
    private final Prompts prompts;
    private final boolean given;

    /** @param given whether {@code --yes} stands on the command line */
    public Consent(PinPrompt prompt, Prompts prompts, boolean given) {
        this.prompt = prompt;
        this.prompts = prompts;
        this.given = given;
    }

    /**
     * Goes on only if the person agrees.
     *
     * @param what what will happen and what will be lost
     */
    public void require(String what) {
        prompts.say(what);
        if (given) {
            return;
        }
        byte[] answer = prompt.askOpenly("Go on? Type yes or no")
                .orElseThrow(() -> new UsageException(
                        "nobody can be asked whether to go on", "repeat with --yes; nothing was changed"));
        if (!YES.contains(new String(answer, StandardCharsets.UTF_8).strip().toLowerCase(Locale.ROOT))) {
            throw new ChoiceFault(Reason.CANCELLED, "not confirmed: nothing was changed");
        }
    }
}
