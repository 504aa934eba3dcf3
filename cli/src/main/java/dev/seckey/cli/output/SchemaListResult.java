package dev.seckey.cli.output;

import java.util.List;

/** Which JSON Schemas there are. */
public record SchemaListResult(List<String> names) implements Result {
    @Override
    public void writeText(TextWriter out) {
        names.forEach(out::line);
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.strings("schemas", names);
    }
}
