package dev.seckey.cli.command;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.terminal.PinSource;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.pinuv.Pin;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a new PIN comes from, if nobody types it. */
final class NewPinOptions {
    @Option(names = "--new-pin-file", paramLabel = "FILE", description = "Read the new PIN from a file's first line.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--new-pin-env",
            paramLabel = "NAME",
            description = "Read the new PIN from an environment variable.")
    private Optional<String> variable = Optional.empty();

    /** @param stdin whether standard input is where PINs are read from, unless another place is named */
    Pin read(Context context, boolean stdin) {
        if (file.isPresent() && variable.isPresent()) {
            throw new UsageException("the new PIN can come from one place only: --new-pin-file or --new-pin-env");
        }
        boolean elsewhere = file.isPresent() || variable.isPresent();
        return context.pinSource()
                .readNew(new PinSource.Choice(stdin && !elsewhere, file, variable))
                .orElseThrow(() -> new PinFault(
                        Reason.PIN_REQUIRED,
                        "no new PIN was given",
                        "type it at a terminal, or give it by --pin-stdin, --new-pin-file or --new-pin-env"));
    }
}
