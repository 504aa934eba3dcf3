package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.metadata.CertificationLevel;
import dev.seckey.ctap2.metadata.LevelFinding;
import dev.seckey.ctap2.metadata.LevelFinding.About;
import dev.seckey.ctap2.metadata.LevelFinding.Remark;
import dev.seckey.ctap2.metadata.MetadataEntry;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** At which level is the model certified, and does anything stand against it? */
final class LevelCheck {
    private LevelCheck() {}

    static Check check(Policy policy, Aaguid claimed, Optional<MetadataEntry> model, Optional<LevelFinding> finding) {
        if (model.isEmpty() || finding.isEmpty()) {
            return unknown(policy, claimed);
        }
        String name = model.get().name();
        Optional<CertificationLevel> level = finding.get().level();
        if (policy.minimumLevel().isEmpty()) {
            return Check.of(
                    Subject.LEVEL, Status.PASS, name + ": " + finding.get().describe() + "; any will do");
        }
        CertificationLevel wanted = policy.minimumLevel().get();
        if (level.isPresent() && level.get().atLeast(wanted)) {
            return Check.of(
                    Subject.LEVEL, Status.PASS, name + ": " + finding.get().describe());
        }
        return Check.of(
                Subject.LEVEL,
                Status.FAIL,
                name + ": " + finding.get().describe() + ", and " + wanted.title() + " is needed",
                "a key's level cannot be upgraded: ask the supplier to exchange it for a model certified at "
                        + wanted.title());
    }

    private static Check unknown(Policy policy, Aaguid claimed) {
        String evidence = claimed.isNone()
                ? "the key names no model (its AAGUID is all zero)"
                : "the model " + claimed + " is not in the metadata, which does not list every certified key";
        Status status = policy.minimumLevel().isPresent() ? Status.UNKNOWN : Status.WARN;
        return Check.of(
                Subject.LEVEL,
                status,
                evidence,
                "bring the metadata up to date (seckey metadata update), look the model up at"
                        + " fidoalliance.org/certification/fido-certified-products, or ask the supplier for its"
                        + " FIDO certificate");
    }

    /**
     * Revocations, compromises and the like. Some can be cleared only by a proved attestation chain.
     *
     * @param mayYetProve whether there may still be one
     */
    static Check advisories(Optional<LevelFinding> finding, boolean mayYetProve) {
        if (finding.isEmpty()) {
            return Check.of(Subject.ADVISORIES, Status.SKIPPED, "the model is not known");
        }
        List<Remark> failures = finding.get().failures(About.MODEL);
        if (!failures.isEmpty()) {
            boolean open = finding.get().proofMayClear() && mayYetProve;
            return Check.of(
                    Subject.ADVISORIES,
                    open ? Status.UNKNOWN : Status.FAIL,
                    texts(failures),
                    open
                            ? "the advisory names single batches: verify with a touch to see whether this key is of one"
                            : "do not hand this key out; ask the supplier to exchange it");
        }
        List<Remark> warnings = finding.get().warnings();
        return warnings.isEmpty()
                ? Check.of(Subject.ADVISORIES, Status.PASS, "none")
                : Check.of(Subject.ADVISORIES, Status.WARN, texts(warnings));
    }

    private static String texts(List<Remark> remarks) {
        return remarks.stream().map(Remark::text).collect(Collectors.joining("; "));
    }
}
