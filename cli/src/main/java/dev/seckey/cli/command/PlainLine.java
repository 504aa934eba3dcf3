package dev.seckey.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The command lines that scripts call in loops, understood without the parser, which costs more than all that they do: the
 * name of a command, and {@code --json} before or after it. Every other line is the parser's.
 */
final class PlainLine {
    private static final String JSON = "--json";

    private static final Map<String, Function<Context, Action>> COMMANDS =
            Map.of("list", ListCommand::new, "info", InfoCommand::new);

    private PlainLine() {}

    /** The command, and what the line says put into the options; empty if the parser must look at it. */
    static Optional<Action> understand(GlobalOptions options, Context context, String... line) {
        List<String> words = new ArrayList<>(Arrays.asList(line));
        boolean json = words.remove(JSON);
        if (words.size() != 1 || !COMMANDS.containsKey(words.get(0))) {
            return Optional.empty();
        }
        if (json) {
            options.askForJson();
        }
        return Optional.of(COMMANDS.get(words.get(0)).apply(context));
    }
}
