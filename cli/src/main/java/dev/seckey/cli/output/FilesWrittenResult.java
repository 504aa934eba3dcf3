package dev.seckey.cli.output;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** What was written, and where to. */
public record FilesWrittenResult(Map<String, Path> files, String advice) implements Result {
    @Override
    public void writeText(TextWriter out) {
        files.forEach((name, path) -> out.pair(words(name), path));
        out.line(advice);
    }

    /** Of a JSON member's name. */
    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    @Override
    public void writeJson(JsonWriter out) {
        files.forEach((name, path) -> out.member(name, path.toString()));
    }
}
