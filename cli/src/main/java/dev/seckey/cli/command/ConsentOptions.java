package dev.seckey.cli.command;

import dev.seckey.cli.terminal.Consent;
import picocli.CommandLine.Option;

/** Whether it shall be done at all, and whether the person has said yes beforehand. */
final class ConsentOptions {
    @Option(names = "--yes", description = "Do not ask whether to go on; for scripts.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Only say what would be changed.")
    private boolean dryRun;

    Consent consent(Context context) {
        return new Consent(context.surroundings().pinPrompt(), yes);
    }

    boolean dryRun() {
        return dryRun;
    }
}
