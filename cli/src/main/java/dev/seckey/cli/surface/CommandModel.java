package dev.seckey.cli.surface;

import java.util.List;
import java.util.stream.Stream;

/**
 * A command.
 *
 * @param path as it is typed after the program's name: "pin set"; empty for the program itself
 * @param description its lines, the first of them a summary
 * @param footer lines: exit codes, examples
 * @param options those of this command alone; for the program itself those that every command has
 * @param commands those below it
 */
public record CommandModel(
        String path,
        List<String> description,
        List<String> footer,
        List<OptionModel> options,
        List<ArgumentModel> arguments,
        List<CommandModel> commands) {
    /** Its own word. */
    public String name() {
        return path.substring(path.lastIndexOf(' ') + 1);
    }

    public String summary() {
        return description.get(0);
    }

    /** This one and all below it. */
    public Stream<CommandModel> all() {
        return Stream.concat(Stream.of(this), commands.stream().flatMap(CommandModel::all));
    }
}
