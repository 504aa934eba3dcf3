package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.metadata.ModelNames;
import dev.seckey.cli.output.ModelResult;
import dev.seckey.ctap2.metadata.KeyFacts;
import dev.seckey.ctap2.metadata.LevelRule;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.model.Aaguid;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show a model with its whole history, and what gives it its level.")
final class MetadataShowCommand implements Action {
    private final Context context;

    @Parameters(paramLabel = "AAGUID|NAME", description = "The AAGUID as \"seckey info\" shows it, or a model's name.")
    private String text;

    MetadataShowCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        List<MetadataEntry> found = find(context.metadata().index());
        if (found.isEmpty()) {
            context.prompts().say("seckey: " + text + " is not in the metadata");
            return ExitCode.CANNOT_TELL;
        }
        LocalDate today = LocalDate.ofInstant(context.now(), ZoneOffset.UTC);
        List<ModelResult.Model> models = found.stream()
                .map(entry -> new ModelResult.Model(entry, LevelRule.judge(entry, KeyFacts.NONE, today)))
                .toList();
        context.output().print("metadata show", new ModelResult(models));
        return ExitCode.DONE;
    }

    private List<MetadataEntry> find(MetadataIndex index) {
        Optional<Aaguid> aaguid = Aaguid.parse(text);
        if (aaguid.isPresent()) {
            return index.find(aaguid.get()).stream().toList();
        }
        List<MetadataEntry> found = new ModelNames(index).find(text);
        List<String> names = ModelNames.namesOf(found);
        if (names.size() > 1) {
            throw new UsageException(
                    "\"" + text + "\" could be any of " + names.size() + " models",
                    "name one of them: seckey metadata list --vendor \"" + text + "\"");
        }
        return found;
    }
}
