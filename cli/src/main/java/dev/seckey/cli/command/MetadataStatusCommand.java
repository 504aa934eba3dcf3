package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.output.MetadataStatusResult;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Show which metadata this machine judges by, and how old it is.")
final class MetadataStatusCommand implements Action {
    private final Context context;

    MetadataStatusCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        LocalDate today = LocalDate.ofInstant(context.now(), ZoneOffset.UTC);
        context.output()
                .print(
                        "metadata status",
                        new MetadataStatusResult(context.metadata().index().header(), today));
        return ExitCode.DONE;
    }
}
