package dev.seckey.cli.credential;

import dev.seckey.cli.ExitCode;

/**
 * One thing that was looked at in a registration or an assertion.
 *
 * @param subject in a word or two
 */
public record Finding(String subject, Status status, String evidence) {
    /** How it came out. */
    public enum Status {
        PASS("pass", ExitCode.DONE),
        /** Worth knowing, and no reason to refuse. */
        NOTE("note", ExitCode.DONE),
        UNKNOWN("unknown", ExitCode.CANNOT_TELL),
        FAIL("fail", ExitCode.NO);

        private final String title;
        private final ExitCode answer;

        Status(String title, ExitCode answer) {
            this.title = title;
            this.answer = answer;
        }

        public String title() {
            return title;
        }

        public ExitCode answer() {
            return answer;
        }
    }

    static Finding of(String subject, boolean holds, String evidence) {
        return new Finding(subject, holds ? Status.PASS : Status.FAIL, evidence);
    }

    static Finding note(String subject, String evidence) {
        return new Finding(subject, Status.NOTE, evidence);
    }
}
