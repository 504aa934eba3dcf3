package dev.seckey.cli.command;

import dev.seckey.cli.UsageException;
import picocli.CommandLine.Option;

/** A queue of keys, one after the other. */
final class QueueOptions {
    @Option(
            names = "--watch",
            description = "Go on with every key that is plugged in or laid on a reader, one verdict each, until Ctrl-C"
                    + " or --count.")
    private boolean watch;

    @Option(names = "--count", paramLabel = "N", description = "With --watch: end after this many keys.")
    private int count;

    @Option(
            names = "--beep",
            description = "With --watch: let the terminal beep, once if the key is acceptable, twice if not.")
    private boolean beep;

    boolean watch() {
        if (!watch && (count != 0 || beep)) {
            throw new UsageException("--count and --beep go with --watch");
        }
        if (count < 0) {
            throw new UsageException("--count wants a number of keys");
        }
        return watch;
    }

    /** 0: no end. */
    int count() {
        return count;
    }

    boolean beep() {
        return beep;
    }
}
