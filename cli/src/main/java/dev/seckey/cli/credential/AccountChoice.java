package dev.seckey.cli.credential;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.terminal.PinPrompt;
import dev.seckey.cli.terminal.Prompts;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.client.Authentication;
import java.util.List;
import java.util.Optional;

/** Which of several accounts signs in: named on the command line, or chosen at the terminal. */
public final class AccountChoice {
    private final PinPrompt person;
    private final Prompts prompts;

    public AccountChoice(PinPrompt person, Prompts prompts) {
        this.person = person;
        this.prompts = prompts;
    }

    /** Those of the account of this name; all of them if none is named. */
    public static List<Authentication> named(List<Authentication> all, Optional<String> name) {
        List<Authentication> fitting = all.stream()
                .filter(each -> name.isEmpty()
                        || each.assertion().user().flatMap(user -> user.name()).equals(name))
                .toList();
        if (fitting.isEmpty()) {
            throw new UsageException("the key has no account \"" + name.orElse("") + "\" for this relying party");
        }
        return fitting;
    }

    /** The only one, or the one that the person chooses. */
    public Authentication one(List<Authentication> all) {
        if (all.size() == 1) {
            return all.get(0);
        }
        for (int i = 0; i < all.size(); i++) {
            prompts.say("  " + (i + 1) + "  " + title(all.get(i)));
        }
        String answer = person.askOpenly("Which account? Type its number")
                .map(String::strip)
                .orElseThrow(() -> new UsageException(
                        "the key has " + all.size() + " accounts for this relying party, and nobody can choose",
                        "choose one with --user NAME"));
        try {
            return all.get(Integer.parseInt(answer) - 1);
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new UsageException("\"" + answer + "\" is none of the accounts");
        }
    }

    private static String title(Authentication each) {
        return each.assertion()
                .user()
                .map(Stored::account)
                .orElseGet(() -> "credential " + shortened(each.credentialId()));
    }

    private static String shortened(Bytes id) {
        String text = id.base64url();
        return text.length() <= 22 ? text : text.substring(0, 19) + "...";
    }
}
