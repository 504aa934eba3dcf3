package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.ledger.Head;
import dev.seckey.cli.ledger.KnownHeads;
import dev.seckey.cli.ledger.Ledger;
import dev.seckey.cli.output.LedgerCheckResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "check",
        description = {
            "Say whether a row of the ledger was altered or removed; exit 1 if so.",
            "That the end was cut off shows only against a head, or an export, that was kept elsewhere."
        })
final class LedgerCheckCommand implements Action {
    private final Context context;

    @Mixin
    private LedgerOption ledger = new LedgerOption();

    @Option(
            names = "--head",
            paramLabel = "HEAD",
            description = "The head of a chain as it was printed once (BENCH#NUMBER:HASH), or its hash alone.")
    private List<String> heads = new ArrayList<>();

    @Option(names = "--against", paramLabel = "FILE", description = "An export of this ledger, CSV or JSON.")
    private Optional<Path> export = Optional.empty();

    LedgerCheckCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        List<Head> known = new ArrayList<>(heads.stream().map(Head::parse).toList());
        export.map(KnownHeads::of).ifPresent(known::addAll);
        try (Ledger open = ledger.open(context)) {
            List<String> findings = open.check(known);
            context.output().print("ledger check", new LedgerCheckResult(findings, open.heads()));
            return findings.isEmpty() ? ExitCode.DONE : ExitCode.NO;
        }
    }
}
