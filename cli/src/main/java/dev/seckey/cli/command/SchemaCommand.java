package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.output.SchemaListResult;
import dev.seckey.cli.schema.Schemas;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "schema",
        description = {
            "Print the JSON Schema of what a command prints with --json; without a name, list them all.",
            "Of list --watch and its like the schema is that of one line."
        },
        footer = {
            "",
            "Examples:",
            "  seckey schema",
            "  seckey schema verify",
            "  seckey schema pin set -o pin-set.schema.json"
        })
final class SchemaCommand implements Action {
    private final Context context;

    @Parameters(paramLabel = "SCHEMA", arity = "0..*", description = "A command, or a name that the list has.")
    private List<String> words = List.of();

    SchemaCommand(Context context) {
        this.context = context;
    }

    /** The names of all of them. */
    static List<String> names() {
        return Stream.concat(CommandTree.actions().stream().map(Schemas::nameOf), Schemas.DOCUMENTS.stream())
                .filter(Schemas::exists)
                .sorted()
                .toList();
    }

    @Override
    public ExitCode run() {
        if (words.isEmpty()) {
            context.output().print("schema", new SchemaListResult(names()));
            return ExitCode.DONE;
        }
        String name = Schemas.nameOf(String.join(" ", words));
        context.output()
                .print(Schemas.find(name)
                        .orElseThrow(() -> new UsageException(
                                "there is no schema \"" + name + "\"", "\"seckey schema\" lists them")));
        return ExitCode.DONE;
    }
}
