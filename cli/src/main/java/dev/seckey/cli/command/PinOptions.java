package dev.seckey.cli.command;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.pin.PinTalk;
import dev.seckey.cli.terminal.PinSource;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a PIN comes from, if not from the person at the terminal. */
final class PinOptions {
    @Option(names = "--pin-stdin", description = "Read the PIN from standard input, one line.")
    private boolean stdin;

    @Option(names = "--pin-file", paramLabel = "FILE", description = "Read the PIN from the first line of a file.")
    private Optional<Path> file = Optional.empty();

    @Option(names = "--pin-env", paramLabel = "NAME", description = "Read the PIN from an environment variable.")
    private Optional<String> variable = Optional.empty();

    @Option(names = "--use-last-retry", description = "Go on when a wrong PIN would block the key for good.")
    private boolean useLastRetry;

    PinSource.Choice choice() {
        int given = (stdin ? 1 : 0) + (file.isPresent() ? 1 : 0) + (variable.isPresent() ? 1 : 0);
        if (given > 1) {
            throw new UsageException("the PIN can come from one place only: --pin-stdin, --pin-file or --pin-env");
        }
        return new PinSource.Choice(stdin, file, variable);
    }

    /** How the person is asked. */
    PinTalk talk(Context context) {
        return new PinTalk(context.prompts(), context.pinSource(), choice());
    }

    /** Whether the command line says where the PIN comes from. */
    boolean isGiven() {
        return stdin || file.isPresent() || variable.isPresent();
    }

    boolean useLastRetry() {
        return useLastRetry;
    }
}
