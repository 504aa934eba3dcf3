package dev.seckey.cli.command;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Help for terminals that are too narrow for two columns: what stands on the right goes below. */
final class NarrowHelp {
    /** So wide that picocli breaks no line. */
    static final int UNBROKEN = 2000;

    private static final int STEP = 4;

    /** An option or a command, and what it is for. */
    private static final Pattern TWO_COLUMNS = Pattern.compile("( *\\S.*?) {2,}(\\S.*)");

    private NarrowHelp() {}

    /** @param help whose lines are not broken */
    static String of(String help, int columns) {
        return help.lines().flatMap(line -> fold(line, columns).stream()).collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> fold(String line, int columns) {
        Matcher entry = TWO_COLUMNS.matcher(line);
        if (line.length() <= columns || !entry.matches()) {
            return wrap(line, indent(line), columns);
        }
        return Stream.concat(
                        wrap(entry.group(1).strip(), 0, columns).stream(),
                        wrap(" ".repeat(STEP) + entry.group(2), STEP, columns).stream())
                .toList();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    /** A word that is wider than the terminal stays whole. */
    private static List<String> wrap(String line, int indent, int columns) {
        Stream.Builder<String> all = Stream.builder();
        StringBuilder now = new StringBuilder(" ".repeat(indent));
        for (String word : line.strip().split(" +")) {
            boolean empty = now.toString().isBlank();
            if (!empty && now.length() + 1 + word.length() > columns) {
                all.add(now.toString());
                now = new StringBuilder(" ".repeat(indent));
                empty = true;
            }
            now.append(empty ? "" : " ").append(word);
        }
        return all.add(now.toString().stripTrailing()).build().toList();
    }
}
