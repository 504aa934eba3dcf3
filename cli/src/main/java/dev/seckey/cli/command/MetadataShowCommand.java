package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.output.ModelResult;
import dev.seckey.ctap2.metadata.KeyFacts;
import dev.seckey.ctap2.metadata.LevelRule;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.model.Aaguid;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show a model with its whole history.")
final class MetadataShowCommand implements Action {
    private final Context context;

    @Parameters(paramLabel = "AAGUID", description = "As \"seckey info\" shows it.")
    private String text;

    MetadataShowCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        Aaguid aaguid = MetadataCheckCommand.aaguid(text);
        Optional<MetadataEntry> entry = context.metadata().index().find(aaguid);
        if (entry.isEmpty()) {
            context.prompts().say("seckey: " + aaguid + " is not in the metadata");
            return ExitCode.CANNOT_TELL;
        }
        LocalDate today = LocalDate.ofInstant(context.now(), ZoneOffset.UTC);
        context.output()
                .print(
                        "metadata show",
                        new ModelResult(entry.get(), LevelRule.judge(entry.get(), KeyFacts.NONE, today)));
        return ExitCode.DONE;
    }
}
