package dev.seckey.cli.output;

import dev.seckey.ctap2.bytes.Bytes;
import java.util.List;
import java.util.Optional;

/** The policies that there are. */
public record PolicyListResult(List<Line> lines) implements Result {
    /**
     * @param source "built in", or the file
     * @param sha256 absent if the file is no good policy; then the title says why
     */
    public record Line(String name, String source, String title, Optional<Bytes> sha256) {}

    @Override
    public void writeText(TextWriter out) {
        int name = lines.stream().mapToInt(line -> line.name().length()).max().orElse(1);
        int source =
                lines.stream().mapToInt(line -> line.source().length()).max().orElse(1);
        lines.forEach(line -> out.line(
                String.format("%-" + name + "s  %-" + source + "s  %s", line.name(), line.source(), line.title())));
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.objects(
                "policies",
                lines,
                (inner, line) -> inner.member("name", line.name())
                        .member("source", line.source())
                        .member("title", line.title())
                        .member("sha256", line.sha256().map(Bytes::hex)));
    }
}
