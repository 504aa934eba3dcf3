package dev.seckey.cli.output;

import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.metadata.LevelFinding;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.metadata.StatusReport;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** One model with its whole history, the newest first. */
public record ModelResult(MetadataEntry entry, LevelFinding finding) implements Result {
    private static final Comparator<StatusReport> NEWEST_FIRST = Comparator.comparing((StatusReport report) ->
                    report.effectiveDate().map(Object::toString).orElse(""))
            .reversed();

    @Override
    public void writeText(TextWriter out) {
        out.pair("model", entry.name());
        out.pair("AAGUID", entry.aaguid());
        out.pair("level", finding.level().map(CertificationLevel::title).orElse("none"));
        entry.authenticatorVersion().ifPresent(version -> out.pair("firmware from", version));
        out.pair("protocols", String.join(", ", entry.versions()));
        out.pair("attestation roots", entry.rootDigests().size());
        out.pair("as of", entry.evidenceDate());
        history().forEach(report -> out.pair("history", report.describe()));
        finding.remarks().forEach(remark -> out.pair(remark.severity().name().toLowerCase(Locale.ROOT), remark.text()));
    }

    private List<StatusReport> history() {
        return entry.reports().stream().sorted(NEWEST_FIRST).toList();
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("aaguid", entry.aaguid().toString())
                .member("name", entry.name())
                .member("level", finding.level().map(CertificationLevel::title))
                .strings("versions", entry.versions())
                .member("attestationRoots", entry.rootDigests().size())
                .member("asOf", entry.evidenceDate().toString())
                .objects("history", history(), ModelResult::write)
                .objects(
                        "remarks",
                        finding.remarks(),
                        (inner, remark) -> inner.member(
                                        "severity", remark.severity().name().toLowerCase(Locale.ROOT))
                                .member("text", remark.text()));
    }

    private static void write(JsonWriter out, StatusReport report) {
        out.member("status", report.status())
                .member("effectiveDate", report.effectiveDate())
                .member("sunsetDate", report.sunsetDate())
                .member("certificateNumber", report.certificateNumber())
                .member("url", report.url());
        report.authenticatorVersion().ifPresent(version -> out.member("authenticatorVersion", version));
    }
}
