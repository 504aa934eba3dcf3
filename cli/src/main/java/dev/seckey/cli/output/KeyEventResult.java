package dev.seckey.cli.output;

import dev.seckey.cli.keys.Watch.Change;
import dev.seckey.transports.KeyRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A key came or went. */
public record KeyEventResult(Change change, KeyRef key, Instant at) implements Result {
    @Override
    public void writeText(TextWriter out) {
        out.line(String.format("%-8s  %s", word(), KeyListResult.line(key.selector(), key)));
    }

    private String word() {
        return change.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("event", word())
                .member("at", at.truncatedTo(ChronoUnit.MILLIS).toString())
                .object("key", inner -> KeyListResult.write(inner, key.selector(), false, key));
    }
}
