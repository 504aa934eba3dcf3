package dev.seckey.ctap2.verdict;

import dev.seckey.ctap2.metadata.CertificationLevel;
import java.util.List;
import java.util.Optional;

/**
 * The answer.
 *
 * @param model the name of the model that the key claims to be, if it is known
 * @param level the level that is in effect for that model
 * @param proved whether the key proved to be of that model
 * @param simulated whether the model is one of the project's own simulated ones
 * @param checks everything that was asked
 */
public record Verdict(
        Outcome outcome,
        Policy policy,
        Optional<String> model,
        Optional<CertificationLevel> level,
        boolean proved,
        boolean simulated,
        List<Check> checks) {
    public enum Outcome {
        ACCEPTABLE("acceptable"),
        NOT_ACCEPTABLE("not acceptable"),
        CANNOT_TELL("cannot tell");

        private final String title;

        Outcome(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** A failed check decides; then one that could not be made; a warning never does. */
    public static Outcome outcome(List<Check> checks) {
        if (has(checks, Check.Status.FAIL)) {
            return Outcome.NOT_ACCEPTABLE;
        }
        return has(checks, Check.Status.UNKNOWN) ? Outcome.CANNOT_TELL : Outcome.ACCEPTABLE;
    }

    private static boolean has(List<Check> checks, Check.Status status) {
        return checks.stream().anyMatch(check -> check.status() == status);
    }

    /** Who the key is, in words: "YubiKey 5 FIPS Series with NFC, Level 2". */
    public String claim() {
        return model.orElse("a key of an unknown model")
                + level.map(known -> ", " + known.title()).orElse("");
    }

    /** The checks that made the verdict what it is. */
    public List<Check> deciding() {
        Check.Status status = switch (outcome) {
            case NOT_ACCEPTABLE -> Check.Status.FAIL;
            case CANNOT_TELL -> Check.Status.UNKNOWN;
            case ACCEPTABLE -> Check.Status.WARN;
        };
        return checks.stream().filter(check -> check.status() == status).toList();
    }
}
