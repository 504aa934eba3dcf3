package dev.seckey.cli.output;

import dev.seckey.cli.ExitCode;
import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.metadata.LevelFinding;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.metadata.StatusReport;
import dev.seckey.ctap2.verdict.Policy;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** One line for each model asked about, each with what it rests on; of a list also a count. */
public record ModelCheckResult(Policy policy, List<Line> lines, boolean isList, List<String> notes) implements Result {
    private static final int WIDEST = "not acceptable".length();

    /**
     * One answer.
     *
     * @param asked the AAGUID or the name
     * @param row where it stands in a list
     * @param entry the one model that is meant, if it is one
     * @param rules of the policy, besides its level, that decide
     * @param variants the models of one name, where there are several
     */
    public record Line(
            String asked,
            OptionalLong row,
            ExitCode answer,
            String why,
            Optional<MetadataEntry> entry,
            Optional<LevelFinding> finding,
            List<String> rules,
            List<Line> variants) {

        public static Line unknown(String asked, String why) {
            return unlisted(asked, ExitCode.CANNOT_TELL, why, List.of());
        }

        /** Of a model that the metadata do not have. */
        public static Line unlisted(String asked, ExitCode answer, String why, List<String> rules) {
            return without(asked, answer, why + listed(rules), List.of());
        }

        public static Line known(MetadataEntry entry, LevelFinding finding, ExitCode answer, List<String> rules) {
            return new Line(
                    entry.aaguid().toString(),
                    OptionalLong.empty(),
                    answer,
                    why(entry, finding, rules),
                    Optional.of(entry),
                    Optional.of(finding),
                    rules,
                    List.of());
        }

        public static Line ofVariants(String asked, ExitCode answer, String why, List<Line> variants) {
            String listed = variants.stream().map(Line::asVariant).collect(Collectors.joining("; "));
            return without(asked, answer, why + " (" + listed + ")", variants);
        }

        private static Line without(String asked, ExitCode answer, String why, List<Line> variants) {
            return new Line(
                    asked, OptionalLong.empty(), answer, why, Optional.empty(), Optional.empty(), List.of(), variants);
        }

        public Line askedAs(String text) {
            return new Line(text, row, answer, why, entry, finding, rules, variants);
        }

        public Line inRow(long number) {
            return new Line(asked, OptionalLong.of(number), answer, why, entry, finding, rules, variants);
        }

        private static String why(MetadataEntry entry, LevelFinding finding, List<String> rules) {
            String remarks = finding.remarks().stream()
                    .filter(remark -> remark.severity() != LevelFinding.Severity.NOTE)
                    .map(remark -> "; " + remark.text())
                    .collect(Collectors.joining());
            return entry.name() + ": " + finding.describe() + remarks + listed(rules) + "; as of "
                    + entry.evidenceDate();
        }

        private static String listed(List<String> rules) {
            return rules.stream().map(rule -> "; " + rule).collect(Collectors.joining());
        }

        private String asVariant() {
            String firmware = entry.flatMap(MetadataEntry::firmware)
                    .map(text -> "firmware " + text + ", ")
                    .orElse("");
            String level = finding.flatMap(LevelFinding::level)
                    .map(CertificationLevel::title)
                    .orElse("no level");
            return firmware + asked + ": " + level + ", " + verdict()
                    + (rules.isEmpty() ? "" : " (" + String.join("; ", rules) + ")");
        }

        String verdict() {
            return switch (answer) {
                case DONE -> "acceptable";
                case NO -> "not acceptable";
                default -> "cannot tell";
            };
        }
    }

    @Override
    public void writeText(TextWriter out) {
        for (Line line : lines) {
            String place = line.row().isPresent() ? "row " + line.row().getAsLong() + "  " : "";
            String verdict = line.verdict() + " ".repeat(WIDEST - line.verdict().length());
            out.line(place + line.asked() + "  " + verdict + "  " + line.why());
        }
        if (isList) {
            out.line(lines.size() + (lines.size() == 1 ? " model: " : " models: ") + count(ExitCode.DONE)
                    + " acceptable, " + count(ExitCode.NO) + " not acceptable, " + count(ExitCode.CANNOT_TELL)
                    + " cannot tell");
        }
    }

    private long count(ExitCode answer) {
        return lines.stream().filter(line -> line.answer() == answer).count();
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("policy", policy.name()).objects("models", lines, ModelCheckResult::write);
        if (isList) {
            out.object(
                    "summary",
                    inner -> inner.member("acceptable", count(ExitCode.DONE))
                            .member("notAcceptable", count(ExitCode.NO))
                            .member("cannotTell", count(ExitCode.CANNOT_TELL)));
        }
        out.strings("notes", notes);
    }

    private static void write(JsonWriter out, Line line) {
        line.row().ifPresent(row -> out.member("row", row));
        Optional<StatusReport> basis = line.finding().flatMap(LevelFinding::basis);
        out.member("asked", line.asked())
                .member("aaguid", line.entry().map(MetadataEntry::aaguid))
                .member("verdict", line.verdict())
                .member("name", line.entry().map(MetadataEntry::name))
                .member("firmware", line.entry().flatMap(MetadataEntry::firmware))
                .member("level", line.finding().flatMap(LevelFinding::level).map(CertificationLevel::title))
                .member("certificateNumber", basis.flatMap(StatusReport::certificateNumber))
                .member("effectiveDate", basis.flatMap(StatusReport::effectiveDate))
                .member("asOf", line.entry().map(MetadataEntry::evidenceDate))
                .member("why", line.why());
        if (!line.variants().isEmpty()) {
            out.objects("variants", line.variants(), ModelCheckResult::write);
        }
        out.objects(
                "remarks",
                line.finding().map(LevelFinding::remarks).orElse(List.of()),
                (inner, remark) -> inner.member(
                                "severity", remark.severity().name().toLowerCase(Locale.ROOT))
                        .member("text", remark.text()));
    }
}
