package dev.seckey.cli.command;

import dev.seckey.cli.ledger.Desk;
import dev.seckey.cli.ledger.LedgerAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the ledger is, and who writes in it. */
final class LedgerOption {
    @Option(
            names = "--ledger",
            paramLabel = "FILE|URL",
            description = "The ledger: a file, or postgresql://USER@HOST/DATABASE (or SECKEY_LEDGER; else a file in"
                    + " seckey's home).")
    private Optional<String> address = Optional.empty();

    @Option(
            names = "--bench",
            paramLabel = "NAME",
            description = "What this place of work is called in the ledger; two that work at once need two names"
                    + " (else the machine's name).")
    private Optional<String> bench = Optional.empty();

    LedgerAddress address(Context context) {
        return LedgerAddress.of(
                address, context.metadata().folder(), context.surroundings().environment());
    }

    Desk desk() {
        String machine = machine();
        return new Desk(bench.orElse(machine), System.getProperty("user.name", "unknown"), machine);
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "this-machine";
        }
    }
}
