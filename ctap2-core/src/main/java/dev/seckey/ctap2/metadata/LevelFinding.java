package dev.seckey.ctap2.metadata;

import java.util.List;
import java.util.Optional;

/**
 * What {@link LevelRule} makes of a model.
 *
 * @param level the level in effect, told even where the outcome is a failure
 * @param basis the report that gives the level, with its certificate's number and date
 * @param remarks everything else there is to say, in the order found
 * @param proofMayClear every failure is a compromise of named batches, and the key's own batch is not known yet: judge
 *     again with its attestation chain
 */
public record LevelFinding(
        Outcome outcome,
        Optional<CertificationLevel> level,
        Optional<StatusReport> basis,
        List<Remark> remarks,
        boolean proofMayClear) {

    public enum Outcome {
        /** A level is in effect and nothing stands against the model. */
        OK,
        /** No level is in effect. */
        NONE,
        /** The model is withdrawn, compromised, or this key's firmware is older than the certificate. */
        FAIL
    }

    public enum Severity {
        NOTE,
        WARNING,
        FAILURE
    }

    /** What a remark is about: everything with this model, or only what this one key runs. */
    public enum About {
        MODEL,
        FIRMWARE
    }

    /** One line for a person. */
    public record Remark(Severity severity, About about, String text) {}

    public LevelFinding {
        remarks = List.copyOf(remarks);
    }

    /** "Level 2, certificate FIDO20020230328001 of 2023-03-28". */
    public String describe() {
        return level.map(known ->
                        known.title() + basis.map(LevelFinding::certificate).orElse(""))
                .orElse("not certified at any level");
    }

    private static String certificate(StatusReport report) {
        String number = report.certificateNumber().map(text -> " " + text).orElse("");
        return report.effectiveDate()
                .map(date -> ", certificate" + number + " of " + date)
                .orElse(number.isEmpty() ? "" : ", certificate" + number);
    }

    public List<Remark> failures() {
        return of(Severity.FAILURE);
    }

    public List<Remark> failures(About about) {
        return failures().stream().filter(remark -> remark.about() == about).toList();
    }

    public List<Remark> warnings() {
        return of(Severity.WARNING);
    }

    public List<Remark> notes() {
        return of(Severity.NOTE);
    }

    private List<Remark> of(Severity severity) {
        return remarks.stream().filter(remark -> remark.severity() == severity).toList();
    }
}
