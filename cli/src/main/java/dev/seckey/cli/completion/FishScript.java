package dev.seckey.cli.completion;

import dev.seckey.cli.surface.ArgumentModel;
import dev.seckey.cli.surface.CommandModel;
import dev.seckey.cli.surface.OptionModel;
import dev.seckey.cli.surface.Value;
import java.util.Locale;
import java.util.stream.Collectors;

/** For fish 3.0 and newer. */
final class FishScript {
    private static final String HEAD = """
            # Completion of seckey for fish, made by "seckey completion fish".

            # Whether the words so far name this command and none below it.
            function __seckey_at
                set -l path
                set -l skip
                for word in (commandline -opc)[2..-1]
                    if set -q skip[1]
                        set -e skip
                    else if contains -- $word %s
                        set skip 1
                    else if contains -- (string trim -- "$path $word") %s
                        set path $path $word
                    end
                end
                test "$path" = "$argv[1]"
            end

            # What the program itself says could stand here.
            function __seckey_candidates
                set -l program (commandline -opc)[1]
                eval (string escape -- $program) __complete $argv[1] (string escape -- (string replace -r '^--[^=]*=' '' -- (commandline -ct))) 2>/dev/null
            end

            complete -c seckey -f
            """;

    private FishScript() {}

    static String of(CommandModel program) {
        String valued = program.options().stream()
                .filter(option -> option.value().isPresent())
                .flatMap(option -> option.names().stream())
                .collect(Collectors.joining(" "));
        String paths = program.all()
                .map(CommandModel::path)
                .filter(path -> !path.isEmpty())
                .map(path -> path.contains(" ") ? quoted(path) : path)
                .collect(Collectors.joining(" "));
        StringBuilder text = new StringBuilder(String.format(HEAD, valued, paths));
        program.options().forEach(option -> write(text, "", option));
        program.all().forEach(command -> write(text, command));
        return text.toString();
    }

    private static void write(StringBuilder text, CommandModel command) {
        String here = " -n " + quoted("__seckey_at " + quoted(command.path()));
        text.append('\n');
        for (CommandModel child : command.commands()) {
            text.append("complete -c seckey")
                    .append(here)
                    .append(" -a ")
                    .append(child.name())
                    .append(" -d ")
                    .append(quoted(child.summary()))
                    .append('\n');
        }
        if (!command.path().isEmpty()) {
            command.options().forEach(option -> write(text, here, option));
        }
        for (ArgumentModel argument : command.arguments()) {
            String completed = argument(argument.value());
            if (!completed.isEmpty()) {
                text.append("complete -c seckey").append(here).append(completed).append('\n');
            }
        }
    }

    private static void write(StringBuilder text, String here, OptionModel option) {
        text.append("complete -c seckey").append(here);
        for (String name : option.names()) {
            text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        text.append(option.value().map(FishScript::value).orElse(""))
                .append(" -d ")
                .append(quoted(option.description()))
                .append('\n');
    }

    private static String value(Value value) {
        return value.kind() == Value.Kind.FILE ? " -r -F" : " -x" + argument(value);
    }

    private static String argument(Value value) {
        return switch (value.kind()) {
            case FREE -> "";
            case WORDS -> " -a " + quoted(String.join(" ", value.words()));
            case FILE -> " -F";
            case FOLDER -> " -a '(__fish_complete_directories)'";
            case KEY, POLICY, MODEL, PROFILE, SCHEMA ->
                " -a " + quoted("(__seckey_candidates " + value.kind().name().toLowerCase(Locale.ROOT) + ")");
        };
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
