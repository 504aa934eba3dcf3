package dev.seckey.cli.command;

import dev.seckey.cli.surface.ArgumentModel;
import dev.seckey.cli.surface.CommandModel;
import dev.seckey.cli.surface.OptionModel;
import dev.seckey.cli.surface.Value;
import dev.seckey.cli.surface.Value.Kind;
import dev.seckey.ctap2.yubico.Application;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/** Reads the commands' own annotations. */
final class SurfaceReader {
    /** What the labels of values stand for. */
    private static final Map<String, Kind> KINDS = Map.of(
            "FILE", Kind.FILE,
            "DIR", Kind.FOLDER,
            "SELECTOR", Kind.KEY,
            "AAGUID", Kind.MODEL,
            "POLICY", Kind.POLICY,
            "SCHEMA", Kind.SCHEMA);

    /** The same where the label does not tell. */
    private static final Map<String, Kind> KINDS_BY_OPTION = Map.of("--policy", Kind.POLICY, "--profile", Kind.PROFILE);

    private SurfaceReader() {}

    /** The whole tree, without what is hidden. */
    static CommandModel read(Context context) {
        return read(CommandTree.build(new GlobalOptions(), context).getCommandSpec(), "");
    }

    private static CommandModel read(CommandSpec command, String path) {
        return new CommandModel(
                path,
                List.of(command.usageMessage().description()),
                List.of(command.usageMessage().footer()),
                command.options().stream()
                        .filter(option -> !option.hidden() && isOwn(option, path))
                        .map(SurfaceReader::option)
                        .sorted(Comparator.comparing(option -> sortKey(option.names())))
                        .toList(),
                command.positionalParameters().stream()
                        .filter(argument -> !argument.hidden())
                        .map(SurfaceReader::argument)
                        .toList(),
                command.subcommands().entrySet().stream()
                        .filter(child -> !child.getValue()
                                .getCommandSpec()
                                .usageMessage()
                                .hidden())
                        .map(child -> read(
                                child.getValue().getCommandSpec(),
                                path.isEmpty() ? child.getKey() : path + " " + child.getKey()))
                        .toList());
    }

    /** Those of every command belong to the program. */
    private static boolean isOwn(OptionSpec option, String path) {
        return path.isEmpty() || option.scopeType() != ScopeType.INHERIT;
    }

    private static String sortKey(List<String> names) {
        return names.get(names.size() - 1).replaceFirst("^-+", "");
    }

    private static OptionModel option(OptionSpec option) {
        Optional<Value> value = option.arity().max() == 0 ? Optional.empty() : Optional.of(value(option));
        return new OptionModel(List.of(option.names()), value, option.required(), description(option));
    }

    private static ArgumentModel argument(PositionalParamSpec argument) {
        return new ArgumentModel(
                value(argument), argument.arity().min() > 0, argument.arity().max() > 1, description(argument));
    }

    private static String description(ArgSpec spec) {
        return String.join(" ", spec.description());
    }

    private static Value value(ArgSpec spec) {
        String label = spec.paramLabel();
        if (label.matches("[a-z0-9|]+")) {
            return new Value(label, Kind.WORDS, List.of(label.split("\\|")));
        }
        if (label.equals("APP")) {
            return new Value(
                    label,
                    Kind.WORDS,
                    Arrays.stream(Application.values()).map(Application::id).toList());
        }
        Kind kind = KINDS.getOrDefault(label, spec.auxiliaryTypes()[0] == Path.class ? Kind.FILE : Kind.FREE);
        if (spec instanceof OptionSpec option) {
            kind = KINDS_BY_OPTION.getOrDefault(option.longestName(), kind);
        }
        return new Value(label, kind, List.of());
    }
}
