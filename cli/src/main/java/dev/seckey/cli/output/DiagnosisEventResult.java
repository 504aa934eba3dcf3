package dev.seckey.cli.output;

import dev.seckey.cli.diagnose.Finding;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What came or went between two looks. */
public record DiagnosisEventResult(Change change, Finding finding, Instant at) implements Result {
    public enum Change {
        APPEARED("now"),
        GONE("no longer");

        private final String title;

        Change(String title) {
            this.title = title;
        }
    }

    @Override
    public void writeText(TextWriter out) {
        if (change == Change.APPEARED && finding.severity().matters()) {
            FindingText.write(out, finding);
        } else {
            out.line(finding.entry().id() + "  " + change.title + ": "
                    + finding.entry().title() + ": " + finding.seen());
        }
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("event", change == Change.APPEARED ? "appeared" : "gone")
                .member("at", at.truncatedTo(ChronoUnit.SECONDS).toString());
        DiagnosisResult.write(out, finding);
    }
}
