package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.ledger.KeyState;
import dev.seckey.cli.ledger.Ledger;
import dev.seckey.cli.output.LedgerKeysResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "list", description = "List the keys of a ledger, and how it stands with each.")
final class LedgerListCommand implements Action {
    private final Context context;

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description =
                    "Only keys in this state: done, \"already in order\", refused, failed, undone, unfinished, known.")
    private Optional<String> state = Optional.empty();

    @Option(names = "--model", paramLabel = "NAME", description = "Only models with this in their name.")
    private Optional<String> model = Optional.empty();

    @Option(names = "--batch", paramLabel = "BATCH", description = "Only keys that this batch was the last to touch.")
    private Optional<String> batch = Optional.empty();

    @Option(names = "--unassigned", description = "Only keys that nobody has.")
    private boolean unassigned;

    LedgerListCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (Ledger open = ledger.open(context)) {
            List<KeyState> states =
                    KeyState.all(open).stream().filter(this::isWanted).toList();
            context.output().print("ledger list", new LedgerKeysResult(states));
            return ExitCode.DONE;
        }
    }

    private boolean isWanted(KeyState each) {
        return state.map(name -> each.title().equals(name.replace('-', ' '))).orElse(true)
                && model.map(name -> each.key()
                                .model()
                                .filter(has -> contains(has, name))
                                .isPresent())
                        .orElse(true)
                && (batch.isEmpty() || each.last().entry().batch().equals(batch))
                && !(unassigned && each.person().isPresent());
    }

    private static boolean contains(String name, String part) {
        return name.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
