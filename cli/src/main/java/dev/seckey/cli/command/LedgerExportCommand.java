package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.ledger.Event;
import dev.seckey.cli.ledger.Ledger;
import dev.seckey.cli.ledger.Query;
import dev.seckey.cli.output.LedgerCsv;
import dev.seckey.cli.output.LedgerEventsResult;
import dev.seckey.cli.output.Output;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "export",
        description = {
            "Write all events as CSV, or with --json as JSON.",
            "Keep the file elsewhere: \"seckey ledger check --against FILE\" then sees what was altered or cut off since."
        })
final class LedgerExportCommand implements Action {
    private final Context context;

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    LedgerExportCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (Ledger open = ledger.open(context)) {
            Output output = context.output();
            List<Event> events = open.list(Query.ALL);
            if (output.isJson()) {
                output.print("ledger export", new LedgerEventsResult(events, open.heads()));
            } else {
                output.print(LedgerCsv.of(events).stripTrailing());
            }
            open.heads().forEach(head -> context.prompts().say("head of the chain " + head));
            return ExitCode.DONE;
        }
    }
}
