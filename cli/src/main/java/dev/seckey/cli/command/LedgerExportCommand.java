package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.ledger.Event;
import dev.seckey.cli.ledger.KeyState;
import dev.seckey.cli.ledger.Ledger;
import dev.seckey.cli.ledger.Query;
import dev.seckey.cli.output.LedgerCsv;
import dev.seckey.cli.output.LedgerEventsResult;
import dev.seckey.cli.output.LedgerInventoryResult;
import dev.seckey.cli.output.Output;
import dev.seckey.cli.output.Result;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        description = {
            "Write all events as CSV, or with --json as JSON; with --keys a row a key, for an inventory.",
            "Keep the file of events elsewhere: \"seckey ledger check --against FILE\" then sees what was altered or cut off since."
        })
final class LedgerExportCommand implements Action {
    private final Context context;

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Option(names = "--keys", description = "A row a key: how the last work on it ended, and who has it now.")
    private boolean keys;

    LedgerExportCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (Ledger open = ledger.open(context)) {
            if (keys) {
                Collection<KeyState> states = KeyState.all(open);
                print(new LedgerInventoryResult(states, open.heads()), () -> LedgerCsv.keys(states));
                return ExitCode.DONE;
            }
            List<Event> events = open.list(Query.ALL);
            print(new LedgerEventsResult(events, open.heads()), () -> LedgerCsv.events(events));
            open.heads().forEach(head -> context.prompts().say("head of the chain " + head));
            return ExitCode.DONE;
        }
    }

    private void print(Result json, Supplier<String> csv) {
        Output output = context.output();
        if (output.isJson()) {
            output.print("ledger export", json);
        } else {
            output.print(csv.get().stripTrailing());
        }
    }
}
