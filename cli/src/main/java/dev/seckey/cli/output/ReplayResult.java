package dev.seckey.cli.output;

import dev.seckey.ctap2.verdict.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What came of the records in a file, one after the other. */
public record ReplayResult(List<Line> lines) implements Result {
    /**
     * @param number of the line in the file, from 1
     * @param occasion when, where and by whom; absent if the record cannot be read
     * @param answer "acceptable", "not acceptable", "cannot tell"
     * @param asRecorded whether the record says the same
     */
    public record Line(
            int number,
            Optional<String> occasion,
            Optional<String> code,
            boolean simulated,
            String answer,
            boolean asRecorded,
            Optional<Verdict> verdict,
            List<String> why) {}

    @Override
    public void writeText(TextWriter plain) {
        for (Line line : lines) {
            TextWriter out = line.simulated() ? plain.prefixed("SIMULATED ") : plain;
            out.line("record " + line.number() + ": " + line.answer().toUpperCase(Locale.ROOT)
                    + line.verdict().map(ReplayResult::model).orElse("")
                    + (line.asRecorded() ? ", as recorded" : ""));
            line.occasion().ifPresent(occasion -> out.line("  " + occasion));
            line.why().forEach(why -> out.line("  " + why));
        }
    }

    private static String model(Verdict verdict) {
        return ": " + verdict.claim() + (verdict.proved() ? ", proved" : ", claimed, not proved");
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.objects("records", lines, (inner, line) -> {
            inner.member("line", line.number())
                    .member("verdict", line.answer())
                    .member("simulated", line.simulated())
                    .member("asRecorded", line.asRecorded())
                    .member("occasion", line.occasion())
                    .member("code", line.code())
                    .member("model", line.verdict().flatMap(Verdict::model))
                    .member("level", line.verdict().flatMap(Verdict::level).map(level -> level.title()))
                    .member("proved", line.verdict().map(Verdict::proved))
                    .strings("why", line.why());
            line.verdict().ifPresent(verdict -> inner.objects("checks", verdict.checks(), VerdictResult::write));
        });
    }
}
