package dev.seckey.cli.output;

import java.util.List;
import java.util.Optional;

/** PINs that were asked to be shown. The one place where the output holds any. */
public record HandoverPinsResult(List<Line> lines) implements Result {
    /** @param key its label or serial number */
    public record Line(String key, Optional<String> personId, Optional<String> person, String created, String pin) {
        @Override
        public String toString() {
            return "the PIN of " + key;
        }
    }

    @Override
    public void writeText(TextWriter out) {
        for (Line line : lines) {
            out.line(String.format(
                    "%-24s  %s%s",
                    line.key(),
                    line.pin(),
                    line.person().map(name -> "  " + name).orElse("")));
        }
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.objects(
                "pins",
                lines,
                (inner, line) -> inner.member("key", line.key())
                        .member("personId", line.personId())
                        .member("person", line.person())
                        .member("created", line.created())
                        .member("pin", line.pin()));
    }
}
