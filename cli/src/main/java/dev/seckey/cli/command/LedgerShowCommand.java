package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.ledger.Event;
import dev.seckey.cli.ledger.KeyHistory;
import dev.seckey.cli.ledger.Ledger;
import dev.seckey.cli.output.LedgerEventsResult;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show the whole history of a key.")
final class LedgerShowCommand implements Action {
    private final Context context;

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Parameters(
            paramLabel = "KEY",
            description =
                    "Its serial number, its label, its id in the ledger, or the id of a person who has or had it.")
    private String name = "";

    LedgerShowCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (Ledger open = ledger.open(context)) {
            List<Event> events = KeyHistory.of(open, name);
            context.output().print("ledger show", new LedgerEventsResult(events, open.heads()));
            return ExitCode.DONE;
        }
    }
}
