package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.metadata.IndexHeader;
import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** How old is what we know of the model, and who signed it? */
final class MetadataCheck {
    private static final String UPDATE = "bring the metadata up to date: seckey metadata update";

    private MetadataCheck() {}

    static Check check(Policy policy, Optional<Models.Model> model, IndexHeader header, LocalDate today) {
        if (model.map(Models.Model::isSimulated).orElse(false)) {
            return Check.of(Subject.METADATA, Status.PASS, "the simulated models of seckey itself");
        }
        LocalDate asOf = model.filter(found -> header.kind() == IndexHeader.Kind.SNAPSHOT)
                .map(found -> found.entry().evidenceDate())
                .orElse(header.asOf());
        long age = Math.max(0, ChronoUnit.DAYS.between(asOf, today));
        String source = describe(header, asOf);
        if (age > policy.metadataMaxAgeDays()) {
            return Check.of(
                    Subject.METADATA,
                    Status.UNKNOWN,
                    source + ", " + age + " days old; the policy allows " + policy.metadataMaxAgeDays(),
                    UPDATE);
        }
        Optional<LocalDate> stale = header.staleSince(today);
        if (stale.isPresent()) {
            return Check.of(Subject.METADATA, Status.WARN, source + ", stale since " + stale.get(), UPDATE);
        }
        return Check.of(Subject.METADATA, Status.PASS, source);
    }

    private static String describe(IndexHeader header, LocalDate asOf) {
        return switch (header.kind()) {
            case SNAPSHOT -> "snapshot shipped with seckey, evidence of " + asOf;
            case BLOB -> "FIDO metadata no " + header.number() + ", verified " + header.date();
        };
    }
}
