package dev.seckey.cli.command;

import dev.seckey.cli.terminal.Consent;
import picocli.CommandLine.Option;

/** For commands that something may be lost by. */
final class ConsentOption {
    @Option(names = "--yes", description = "Do it without asking; a script needs this.")
    private boolean yes;

    Consent consent(Context context) {
        return new Consent(context.surroundings().pinPrompt(), context.prompts(), yes);
    }
}
