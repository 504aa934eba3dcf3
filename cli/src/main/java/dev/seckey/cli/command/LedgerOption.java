package dev.seckey.cli.command;

import dev.seckey.cli.ledger.Desk;
import dev.seckey.cli.ledger.Ledger;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which ledger, for commands that look into one. */
final class LedgerOption {
    @Option(
            names = "--ledger",
            paramLabel = "FILE|URL",
            description =
                    "The ledger: a file, or postgresql://USER@HOST/DATABASE (or SECKEY_LEDGER; else a file in seckey's"
                            + " home). The password of a server: PGPASSWORD or PGPASSFILE.")
    private Optional<String> ledger = Optional.empty();

    /** Made if it is not there; the caller closes it. */
    Ledger openOrMake(Context context, Desk desk) {
        return context.ledger(ledger).open(desk, context.surroundings().clock());
    }

    /** One that is there; the caller closes it. */
    Ledger open(Context context) {
        Desk desk = Desk.here(Optional.empty(), context.surroundings().environment());
        return context.ledger(ledger).openExisting(desk, context.surroundings().clock());
    }
}
