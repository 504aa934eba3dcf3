package dev.seckey.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "seckey",
        description = "Is this security key genuine, is it Level 2, is it set up right, what is wrong with it?",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done or acceptable, 1 no, 2 usage, 3 no key, 4 PIN, 5 not touched, 6 key failed, 7 key"
                    + " cannot, 8 system forbids, 9 cannot tell, 10 some failed, 11 file, 70 our fault, 130 interrupted.",
            "",
            "Examples:",
            "  seckey list",
            "  seckey verify",
            "  seckey --virtual verify",
            "  seckey metadata check c1f9a0bc-1dd2-404a-b27f-8e29047a43fd"
        })
final class RootCommand {
    @Mixin
    private final GlobalOptions options;

    RootCommand(GlobalOptions options) {
        this.options = options;
    }

    GlobalOptions options() {
        return options;
    }
}
