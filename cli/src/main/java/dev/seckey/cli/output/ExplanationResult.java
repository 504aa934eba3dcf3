package dev.seckey.cli.output;

import dev.seckey.cli.diagnose.catalogue.Entry;

/** What an identifier stands for. */
public record ExplanationResult(Entry entry) implements Result {
    @Override
    public void writeText(TextWriter out) {
        out.line(entry.id() + "  " + DiagnosisResult.capital(entry.severity().title()) + ": " + entry.title() + ".");
        FindingText.wrapped(out, entry.meaning());
        if (!entry.advice().isEmpty()) {
            FindingText.wrapped(out, "What to do: " + entry.advice());
        }
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("id", entry.id())
                .member("severity", entry.severity().id())
                .member("title", entry.title())
                .member("meaning", entry.meaning())
                .member("advice", entry.advice())
                .member("manual", entry.manual());
    }
}
