package dev.seckey.cli.output;

import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.metadata.LevelFinding;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.metadata.StatusReport;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Models with their whole histories, the newest report first. */
public record ModelResult(List<Model> models) implements Result {
    private static final Comparator<StatusReport> NEWEST_FIRST = Comparator.comparing((StatusReport report) ->
                    report.effectiveDate().map(Object::toString).orElse(""))
            .reversed();

    public record Model(MetadataEntry entry, LevelFinding finding) {
        private List<StatusReport> history() {
            return entry.reports().stream().sorted(NEWEST_FIRST).toList();
        }

        /** Whether this is the report to which the model owes its level today. */
        private boolean givesLevel(StatusReport report) {
            return finding.basis().equals(Optional.of(report));
        }
    }

    @Override
    public void writeText(TextWriter out) {
        for (Model model : models) {
            if (model != models.get(0)) {
                out.line("");
            }
            write(out, model);
        }
    }

    private static void write(TextWriter out, Model model) {
        MetadataEntry entry = model.entry();
        out.pair("model", entry.name());
        out.pair("AAGUID", entry.aaguid());
        out.pair("level", model.finding().level().map(CertificationLevel::title).orElse("none"));
        entry.firmware().ifPresent(version -> out.pair("firmware from", version));
        out.pair("protocols", String.join(", ", entry.versions()));
        out.pair("attestation roots", entry.rootDigests().size());
        out.pair("as of", entry.evidenceDate());
        model.history()
                .forEach(report -> out.pair(
                        "history", report.describe() + (model.givesLevel(report) ? "  <- gives the level" : "")));
        model.finding()
                .remarks()
                .forEach(remark -> out.pair(remark.severity().name().toLowerCase(Locale.ROOT), remark.text()));
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.objects("models", models, ModelResult::write);
    }

    private static void write(JsonWriter out, Model model) {
        MetadataEntry entry = model.entry();
        out.member("aaguid", entry.aaguid().toString())
                .member("name", entry.name())
                .member("level", model.finding().level().map(CertificationLevel::title))
                .member("firmware", entry.firmware())
                .strings("versions", entry.versions())
                .member("attestationRoots", entry.rootDigests().size())
                .member("asOf", entry.evidenceDate().toString())
                .objects("history", model.history(), (inner, report) -> write(inner, report, model.givesLevel(report)))
                .objects(
                        "remarks",
                        model.finding().remarks(),
                        (inner, remark) -> inner.member(
                                        "severity", remark.severity().name().toLowerCase(Locale.ROOT))
                                .member("text", remark.text()));
    }

    private static void write(JsonWriter out, StatusReport report, boolean givesLevel) {
        out.member("status", report.status())
                .member("effectiveDate", report.effectiveDate())
                .member("sunsetDate", report.sunsetDate())
                .member("certificateNumber", report.certificateNumber())
                .member("url", report.url())
                .member("givesLevel", givesLevel);
        report.authenticatorVersion().ifPresent(version -> out.member("authenticatorVersion", version));
    }
}
