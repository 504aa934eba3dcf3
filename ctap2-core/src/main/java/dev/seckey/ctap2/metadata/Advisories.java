package dev.seckey.ctap2.metadata;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.metadata.AuthenticatorStatus.Effect;
import dev.seckey.ctap2.metadata.LevelFinding.About;
import dev.seckey.ctap2.metadata.LevelFinding.Remark;
import dev.seckey.ctap2.metadata.LevelFinding.Severity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands against a model, beside its level: withdrawals, compromises, updates, and words nobody knows yet. */
final class Advisories {
    private final List<StatusReport> standing;
    private final KeyFacts key;
    private final List<Remark> remarks = new ArrayList<>();
    private int failures;
    private int failuresOfUnknownBatch;

    /** @param standing all reports in effect */
    Advisories(List<StatusReport> standing, KeyFacts key) {
        this.standing = standing;
        this.key = key;
    }

    void weigh(StatusReport report) {
        Optional<AuthenticatorStatus> known = report.known();
        if (known.isEmpty()) {
            warn("status not known to this version: " + report.describe());
            return;
        }
        String said = known.get().meaning() + ": " + report.describe();
        switch (known.get().effect()) {
            case LEVEL, FUNCTIONAL -> {}
            case NOT_CERTIFIED -> weighNotCertified(report);
            case NO_LEVEL -> note(said);
            case UPDATE -> warn(said);
            case WITHDRAWN -> fail(said);
            case COMPROMISE -> weighCompromise(report, said);
        }
    }

    /** Whether a chain could still show that every compromise is of other batches. */
    boolean proofMayClear() {
        return failures > 0 && failures == failuresOfUnknownBatch;
    }

    List<Remark> remarks() {
        return List.copyOf(remarks);
    }

    void note(String text) {
        remarks.add(new Remark(Severity.NOTE, About.MODEL, text));
    }

    void warn(String text) {
        warn(About.MODEL, text);
    }

    void warn(About about, String text) {
        remarks.add(new Remark(Severity.WARNING, about, text));
    }

    void fail(String text) {
        fail(About.MODEL, text);
    }

    void fail(About about, String text) {
        remarks.add(new Remark(Severity.FAILURE, about, text));
        failures++;
    }

    private void weighNotCertified(StatusReport report) {
        String said = AuthenticatorStatus.NOT_FIDO_CERTIFIED.meaning() + ": " + report.describe();
        if (report.effectiveDate().isEmpty() && standing.stream().anyMatch(other -> other.has(Effect.LEVEL))) {
            warn(said + " (without a date, so that it lowers nothing)");
        } else {
            note(said);
        }
    }

    private void weighCompromise(StatusReport report, String said) {
        if (namesAnotherBatch(report)) {
            warn(said + " (another batch than this key's)");
        } else if (mended(report)) {
            warn(said + " (mended in this key's firmware)");
        } else if (report.batchCertificate().isPresent() && key.chain().isEmpty()) {
            fail(said + " (of one batch: only this key's attestation can show that it is of another)");
            failuresOfUnknownBatch++;
        } else {
            fail(said);
        }
    }

    private boolean namesAnotherBatch(StatusReport report) {
        if (report.batchCertificate().isEmpty() || key.chain().isEmpty()) {
            return false;
        }
        Bytes batch = report.batchCertificate().get();
        return !key.chain().get().contains(batch);
    }

    /** A later update that this key has, and a Level 2 certificate given with the update or after it. */
    private boolean mended(StatusReport compromise) {
        return compromise.effectiveDate().isPresent()
                && standing.stream()
                        .filter(report -> report.has(Effect.UPDATE))
                        .filter(update -> update.since().isAfter(compromise.since()))
                        .filter(this::isInstalled)
                        .anyMatch(update -> certifiedSince(update.since()));
    }

    private boolean isInstalled(StatusReport update) {
        return update.authenticatorVersion().isPresent()
                && key.firmware().isPresent()
                && key.firmware().getAsLong() >= update.authenticatorVersion().getAsLong();
    }

    private boolean certifiedSince(LocalDate date) {
        return standing.stream()
                .filter(report -> report.has(Effect.LEVEL) && !report.since().isBefore(date))
                .flatMap(report -> report.known().stream())
                .flatMap(status -> status.level().stream())
                .anyMatch(level -> level.atLeast(CertificationLevel.L2));
    }
}
