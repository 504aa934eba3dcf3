package dev.seckey.cli.command;

import dev.seckey.cli.terminal.Consent;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whether it shall be done at all, and whether the person has said yes beforehand. */
final class ConsentOptions {
    @Mixin
    private ConsentOption yes = new ConsentOption();

    @Option(names = "--dry-run", description = "Only say what would be changed.")
    private boolean dryRun;

    Consent consent(Context context) {
        return yes.consent(context);
    }

    boolean dryRun() {
        return dryRun;
    }
}
