package dev.seckey.cli.output;

import dev.seckey.cli.diagnose.Diagnosis;
import dev.seckey.cli.diagnose.Finding;
import dev.seckey.cli.diagnose.catalogue.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What keeps a key from working here, in an order in which it can be read out over a telephone.
 *
 * @param simulated whether a simulated key was looked at
 * @param bundle the file for support, if one was made
 */
public record DiagnosisResult(Diagnosis diagnosis, boolean simulated, Optional<Path> bundle) implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = simulated ? plain.prefixed("SIMULATED ") : plain;
        out.line(summary());
        for (Finding finding : diagnosis.findings()) {
            if (finding.severity().matters()) {
                out.line("");
                FindingText.write(out, finding);
            }
        }
        quiet(out, Severity.NOTE, "Worth knowing:");
        quiet(out, Severity.OK, "As it should be:");
        if (!diagnosis.elsewhere().isEmpty()) {
            out.line("");
            out.line("Not for this system: " + String.join(", ", diagnosis.elsewhere()) + ".");
        }
        bundle.ifPresent(file -> {
            out.line("");
            out.line("The file for support: " + file);
        });
        out.line("");
        out.line(toTell());
    }

    private String summary() {
        List<String> parts = new ArrayList<>();
        for (Severity severity : List.of(Severity.STOPS_WORK, Severity.CANNOT_TELL, Severity.WARNING)) {
            long count = diagnosis.count(severity);
            if (count > 0) {
                parts.add(severity.title() + ": " + count);
            }
        }
        return parts.isEmpty()
                ? "Nothing was found that keeps a key from working here."
                : capital(String.join(", ", parts)) + ".";
    }

    private void quiet(TextWriter out, Severity severity, String heading) {
        if (diagnosis.count(severity) == 0) {
            return;
        }
        out.line("");
        out.line(heading);
        diagnosis.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .forEach(finding -> out.line(
                        "  " + finding.entry().id() + "  " + finding.entry().title() + ": " + finding.seen()));
    }

    private String toTell() {
        List<String> ids = diagnosis.toTell();
        return ids.isEmpty() ? "Tell support: all is well." : "Tell support: " + String.join(", ", ids);
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("simulated", simulated)
                .member("verdict", worst().id())
                .strings("tellSupport", diagnosis.toTell())
                .objects("findings", diagnosis.findings(), DiagnosisResult::write)
                .strings("notForThisSystem", diagnosis.elsewhere())
                .member("bundle", bundle)
                .member("millis", diagnosis.millis());
    }

    private Severity worst() {
        return diagnosis.findings().isEmpty()
                ? Severity.OK
                : diagnosis.findings().get(0).severity();
    }

    static void write(JsonWriter out, Finding finding) {
        out.member("id", finding.entry().id())
                .member("severity", finding.severity().id())
                .member("title", finding.entry().title())
                .member("seen", finding.seen())
                .member("meaning", finding.entry().meaning())
                .member("advice", finding.entry().advice())
                .strings("commands", finding.commands())
                .member("manual", finding.entry().manual());
    }
}
