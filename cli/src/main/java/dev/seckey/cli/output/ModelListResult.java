package dev.seckey.cli.output;

import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.metadata.LevelFinding;
import dev.seckey.ctap2.metadata.MetadataEntry;
import java.util.List;
import java.util.Optional;

/** The models that the metadata knows, one line each. */
public record ModelListResult(List<Line> lines) implements Result {
    public record Line(MetadataEntry entry, LevelFinding finding) {
        String level() {
            return finding.level().map(CertificationLevel::title).orElse("-");
        }

        Optional<String> trouble() {
            return finding.failures().stream().map(LevelFinding.Remark::text).findFirst();
        }
    }

    @Override
    public void writeText(TextWriter out) {
        for (Line line : lines) {
            out.line(String.format(
                    "%s  %-8s  %s%s",
                    line.entry().aaguid(),
                    line.level(),
                    line.entry().name(),
                    line.trouble().map(text -> "  [" + text + "]").orElse("")));
        }
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.objects(
                "models",
                lines,
                (inner, line) -> inner.member("aaguid", line.entry().aaguid().toString())
                        .member("name", line.entry().name())
                        .member("firmware", line.entry().firmware())
                        .member("level", line.finding().level().map(CertificationLevel::title))
                        .member("usable", line.finding().failures().isEmpty())
                        .member("asOf", line.entry().evidenceDate().toString()));
    }
}
