package dev.seckey.cli.output;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.credential.Finding;
import java.util.List;
import java.util.Locale;

/**
 * What was found in a registration or an assertion, the answer first.
 *
 * @param what registration or assertion
 */
public record CeremonyCheckResult(String what, List<Finding> findings) implements Result {
    public ExitCode answer() {
        return findings.stream().map(each -> each.status().answer()).reduce(ExitCode.DONE, ExitCode::worst);
    }

    private String title() {
        return switch (answer()) {
            case DONE -> "valid";
            case NO -> "not valid";
            default -> "cannot tell";
        };
    }

    @Override
    public void writeText(TextWriter out) {
        out.line(title().toUpperCase(Locale.ROOT) + ": " + what);
        findings.forEach(each ->
                out.line(String.format("  %-8s %-16s %s", each.status().title(), each.subject(), each.evidence())));
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("kind", what)
                .member("answer", title())
                .objects(
                        "findings",
                        findings,
                        (each, finding) -> each.member("check", finding.subject())
                                .member("status", finding.status().title())
                                .member("evidence", finding.evidence()));
    }
}
