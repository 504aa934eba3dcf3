package dev.seckey.cli.terminal;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.fault.ChoiceFault;
import dev.seckey.ctap2.fault.Reason;

/** The person's yes to what cannot be taken back: typed, or given beforehand with {@code --yes}. */
public final class Consent {
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
     * @throws UsageException if nobody can be asked
     * @throws ChoiceFault if the answer is no
     */
    public void require(String what) {
        prompts.say(what);
        if (given) {
            return;
        }
        String answer = prompt.askOpenly("Type \"yes\" to go on")
                .orElseThrow(() -> new UsageException(
                        "nobody is there to say yes", "in a script, say it with --yes; nothing was changed"));
        if (!answer.strip().equalsIgnoreCase("yes")) {
            throw new ChoiceFault(Reason.CANCELLED, "not confirmed: nothing was changed");
        }
    }
}
