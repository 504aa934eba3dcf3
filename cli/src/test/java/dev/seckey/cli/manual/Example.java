package dev.seckey.cli.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A command line of seckey that a reader may copy.
 *
 * @param where its file
 * @param text as it stands there, remarks included
 */
record Example(Path where, String text) {
    private static final Pattern COMMAND =
            Pattern.compile("(?:\\$ |\\(|call |cli/bin/|source <\\()?seckey (?!completion powershell).*");

    /** A remark (two spaces, or #), a pipe, a redirection, or the end of a bracket that began before. */
    private static final Pattern END = Pattern.compile("\\s{2,}.*|\\s+[#|>].*|\\)(\\s.*)?$");

    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']|\"[^\"]*\"|'[^']*')+");

    /** What stands between fences in Markdown. */
    static List<Example> inMarkdown(Path file) throws IOException {
        List<Example> found = new ArrayList<>();
        boolean fenced = false;
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("```")) {
                fenced = !fenced;
            } else if (fenced) {
                add(file, line, found);
            }
        }
        return found;
    }

    /** What stands in a manual page as it is. */
    static List<Example> inManual(Path file) throws IOException {
        List<Example> found = new ArrayList<>();
        boolean literal = false;
        for (String line : Files.readAllLines(file)) {
            if (line.equals(".nf") || line.equals(".fi")) {
                literal = line.equals(".nf");
            } else if (literal) {
                add(file, Roff.plain(line), found);
            }
        }
        return found;
    }

    private static void add(Path file, String line, List<Example> found) {
        if (COMMAND.matcher(line.strip()).matches()) {
            found.add(new Example(file, line.strip()));
        }
    }

    /** As seckey gets them. */
    List<String> arguments() {
        String command = text.substring(text.indexOf("seckey ") + "seckey ".length());
        return WORD.matcher(END.matcher(command).replaceFirst(""))
                .results()
                .map(word -> word.group().replaceAll("[\"']", ""))
                .toList();
    }

    /**
     * Whether it ends by itself, nothing has to be put in before, and no server is asked that is not on the bench. A box of
     * keys is put in one after the other: scripts do that.
     */
    boolean canRun() {
        return !text.contains("virtual start")
                && !text.contains("--watch")
                && !text.contains("provision ")
                && !text.contains("postgresql://")
                && !arguments().equals(List.of("metadata", "update"))
                && !text.contains("$(")
                && arguments().stream().noneMatch(argument -> argument.matches("[A-Z]+"));
    }

    @Override
    public String toString() {
        return where.getFileName() + ": " + text;
    }
}
