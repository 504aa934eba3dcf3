package dev.seckey.ctap2.verdict;

import java.util.Optional;

/**
 * One question and its answer.
 *
 * @param evidence what was seen
 * @param advice what to do next, where there is something to do
 */
public record Check(Subject subject, Status status, String evidence, Optional<String> advice) {
    /** What is asked, in the order in which a person wants to read it. */
    public enum Subject {
        PROTOCOL("FIDO2"),
        LEVEL("level"),
        MODEL("model"),
        ADVISORIES("advisories"),
        MAKERS_ADVISORIES("maker's"),
        ATTESTATION("attestation"),
        AAGUID("AAGUID"),
        FIRMWARE("firmware"),
        METADATA("metadata"),
        CONSISTENCY("consistency"),
        TRANSPORT("transport"),
        TRANSPORTS("transports"),
        EXTENSIONS("extensions"),
        USER_VERIFICATION("user check"),
        ALWAYS_UV("always-UV"),
        PIN_LENGTH("PIN length"),
        PIN("PIN"),
        USE("use");

        private final String title;

        Subject(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Worst last. */
    public enum Status {
        PASS("pass"),
        SKIPPED("skipped"),
        WARN("warn"),
        UNKNOWN("unknown"),
        FAIL("fail");

        private final String title;

        Status(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    static Check of(Subject subject, Status status, String evidence) {
        return new Check(subject, status, evidence, Optional.empty());
    }

    static Check of(Subject subject, Status status, String evidence, String advice) {
        return new Check(subject, status, evidence, Optional.of(advice));
    }
}
