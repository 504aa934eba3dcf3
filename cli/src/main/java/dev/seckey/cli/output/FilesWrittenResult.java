package dev.seckey.cli.output;

import java.nio.file.Path;
import java.util.Map;

/** What was written, and where to. */
public record FilesWrittenResult(Map<String, Path> files, String advice) implements Result {
    @Override
    public void writeText(TextWriter out) {
        files.forEach((name, path) -> out.pair(name, path));
        out.line(advice);
    }

    @Override
    public void writeJson(JsonWriter out) {
        files.forEach((name, path) -> out.member(name, path.toString()));
    }
}
