package dev.seckey.cli.output;

import dev.seckey.ctap2.bytes.Bytes;

/**
 * One policy as it is written.
 *
 * @param sha256 of the file's bytes
 */
public record PolicyResult(String name, String source, String title, Bytes sha256, String text) implements Result {
    @Override
    public void writeText(TextWriter out) {
        text.lines().forEach(out::line);
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("name", name)
                .member("source", source)
                .member("title", title)
                .member("sha256", sha256.hex())
                .member("text", text);
    }
}
