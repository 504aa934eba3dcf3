package dev.seckey.cli.terminal;

import dev.seckey.cli.UsageException;
import java.util.Optional;

/** The person's yes to what cannot be taken back: typed, or given beforehand with {@code --yes}. */
public final class Consent {
    private final PinPrompt prompt;
    private final boolean given;

    /** @param given whether {@code --yes} is on the command line */
    public Consent(PinPrompt prompt, boolean given) {
        this.prompt = prompt;
        this.given = given;
    }

    /**
     * @param question what is about to be done
     * @throws UsageException if nobody can be asked
     */
    public boolean to(String question) {
        if (given) {
            return true;
        }
        Optional<String> answer = prompt.askOpenly(question + " Type \"yes\" to go on");
        return answer.orElseThrow(() -> new UsageException(
                        "nobody is there to say yes", "in a script, say it with --yes; nothing was changed"))
                .strip()
                .equals("yes");
    }
}
