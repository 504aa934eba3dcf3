package dev.seckey.cli.output;

import dev.seckey.cli.ExitCode;
import dev.seckey.ctap2.metadata.LevelFinding;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.metadata.StatusReport;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.verdict.Policy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One line for each model asked about, each with what it rests on. */
public record ModelCheckResult(Policy policy, List<Line> lines, List<String> notes) implements Result {
    /** One model; absent if the metadata does not know it. */
    public record Line(Aaguid aaguid, Optional<MetadataEntry> entry, Optional<LevelFinding> finding, ExitCode answer) {
        String verdict() {
            return switch (answer) {
                case DONE -> "acceptable";
                case NO -> "not acceptable";
                default -> "cannot tell";
            };
        }

        String why() {
            if (entry.isEmpty() || finding.isEmpty()) {
                return aaguid.isNone()
                        ? "this AAGUID names no model"
                        : "not in the metadata, which does not list every certified key: look it up at"
                                + " fidoalliance.org/certification/fido-certified-products";
            }
            String remarks = finding.get().remarks().stream()
                    .filter(remark -> remark.severity() != LevelFinding.Severity.NOTE)
                    .map(remark -> "; " + remark.text())
                    .collect(Collectors.joining());
            return entry.get().name() + ": " + finding.get().describe() + remarks + "; as of "
                    + entry.get().evidenceDate();
        }
    }

    @Override
    public void writeText(TextWriter out) {
        lines.forEach(line -> out.line(String.format("%s  %-14s  %s", line.aaguid(), line.verdict(), line.why())));
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("policy", policy.name()).objects("models", lines, ModelCheckResult::write);
        out.strings("notes", notes);
    }

    private static void write(JsonWriter out, Line line) {
        out.member("aaguid", line.aaguid().toString())
                .member("verdict", line.verdict())
                .member("name", line.entry().map(MetadataEntry::name))
                .member("level", line.finding().flatMap(LevelFinding::level).map(level -> level.title()))
                .member(
                        "certificateNumber",
                        line.finding().flatMap(LevelFinding::basis).flatMap(StatusReport::certificateNumber))
                .member(
                        "effectiveDate",
                        line.finding().flatMap(LevelFinding::basis).flatMap(StatusReport::effectiveDate))
                .member("asOf", line.entry().map(MetadataEntry::evidenceDate))
                .member("why", line.why());
        out.objects(
                "remarks",
                line.finding().map(LevelFinding::remarks).orElse(List.of()),
                (inner, remark) -> inner.member(
                                "severity", remark.severity().name().toLowerCase(Locale.ROOT))
                        .member("text", remark.text()));
    }
}
