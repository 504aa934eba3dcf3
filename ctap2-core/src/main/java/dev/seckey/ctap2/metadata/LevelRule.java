package dev.seckey.ctap2.metadata;

import dev.seckey.ctap2.metadata.AuthenticatorStatus.Effect;
import dev.seckey.ctap2.metadata.LevelFinding.About;
import dev.seckey.ctap2.metadata.LevelFinding.Outcome;
import dev.seckey.ctap2.metadata.LevelFinding.Remark;
import dev.seckey.ctap2.metadata.LevelFinding.Severity;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** At which level is this model certified today? Dates decide, never the order in which reports stand. */
public final class LevelRule {
    private LevelRule() {}

    public static LevelFinding judge(MetadataEntry entry, KeyFacts key, LocalDate today) {
        List<StatusReport> standing = entry.reports().stream()
                .filter(report -> report.inEffect(today))
                .toList();

        Advisories advisories = new Advisories(standing, key);
        entry.reports().stream()
                .filter(report -> !report.inEffect(today))
                .forEach(report -> advisories.note("not in effect on " + today + ": " + report.describe()));
        standing.forEach(advisories::weigh);

        Optional<StatusReport> basis = basis(standing);
        basis.ifPresent(report -> compareFirmware(report, entry, key, advisories));
        return finding(basis, advisories);
    }

    private static LevelFinding finding(Optional<StatusReport> basis, Advisories advisories) {
        List<Remark> remarks = advisories.remarks();
        boolean failed = remarks.stream().anyMatch(remark -> remark.severity() == Severity.FAILURE);
        Optional<CertificationLevel> level = basis.flatMap(StatusReport::known).flatMap(AuthenticatorStatus::level);
        Outcome outcome = failed ? Outcome.FAIL : level.isPresent() ? Outcome.OK : Outcome.NONE;
        return new LevelFinding(outcome, level, basis, remarks, advisories.proofMayClear());
    }

    /**
     * The report that gives the level: the highest explicit level on the latest day that carries one. The functional
     * certificate counts only where there is none. Nothing from before the newest NOT_FIDO_CERTIFIED counts.
     */
    private static Optional<StatusReport> basis(List<StatusReport> standing) {
        LocalDate cut = standing.stream()
                .filter(report -> report.has(Effect.NOT_CERTIFIED))
                .map(StatusReport::since)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
        List<StatusReport> counting = standing.stream()
                .filter(report -> !report.since().isBefore(cut))
                .toList();
        return newestBest(counting, report -> report.has(Effect.LEVEL))
                .or(() -> newestBest(counting, report -> report.has(Effect.FUNCTIONAL)));
    }

    private static Optional<StatusReport> newestBest(List<StatusReport> reports, Predicate<StatusReport> wanted) {
        return reports.stream().filter(wanted).max(LevelRule::compare);
    }

    /**
     * By day; of one day by level, then a numbered certificate, then the one for the oldest firmware. Written out, because
     * Java makes each of its composed comparators anew in every process.
     */
    private static int compare(StatusReport one, StatusReport other) {
        int order = one.since().compareTo(other.since());
        order = order != 0 ? order : Integer.compare(rank(one), rank(other));
        order = order != 0
                ? order
                : Boolean.compare(
                        one.certificateNumber().isPresent(),
                        other.certificateNumber().isPresent());
        order = order != 0
                ? order
                : Long.compare(
                        other.authenticatorVersion().orElse(0),
                        one.authenticatorVersion().orElse(0));
        return order != 0
                ? order
                : one.certificateNumber()
                        .orElse("")
                        .compareTo(other.certificateNumber().orElse(""));
    }

    private static int rank(StatusReport report) {
        return report.known()
                .flatMap(AuthenticatorStatus::level)
                .map(CertificationLevel::rank)
                .orElse(0);
    }

    /** A certificate applies from its authenticatorVersion upward; not every maker's numbers can be compared. */
    private static void compareFirmware(
            StatusReport certificate, MetadataEntry entry, KeyFacts key, Advisories advisories) {
        if (certificate.authenticatorVersion().isEmpty() || key.firmware().isEmpty()) {
            return;
        }
        long certified = certificate.authenticatorVersion().getAsLong();
        long actual = key.firmware().getAsLong();
        if (actual >= certified) {
            return;
        }
        if (entry.isYubico() && YubicoVersion.isComparable(certified) && YubicoVersion.isComparable(actual)) {
            advisories.fail(
                    About.FIRMWARE,
                    "firmware " + YubicoVersion.dotted(actual) + " is older than " + YubicoVersion.dotted(certified)
                            + ", from which the certificate applies");
        } else {
            advisories.warn(
                    About.FIRMWARE,
                    "firmware number " + actual + " is lower than " + certified
                            + ", from which the certificate applies; ask the maker whether it covers this key");
        }
    }
}
