package dev.seckey.ctap2.verdict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.ctap2.verdict.Check.Status;
import dev.seckey.ctap2.verdict.Check.Subject;
import dev.seckey.ctap2.verdict.Verdict.Outcome;

/** What tests ask of a verdict. */
final class Verdicts {
    private Verdicts() {}

    /** One check and the verdict that follows. */
    static void expect(Verdict verdict, Subject subject, Status status, Outcome outcome) {
        assertEquals(status, status(verdict, subject), () -> verdict.checks().toString());
        assertEquals(outcome, verdict.outcome(), () -> verdict.checks().toString());
    }

    static Status status(Verdict verdict, Subject subject) {
        return check(verdict, subject).status();
    }

    static Check check(Verdict verdict, Subject subject) {
        return verdict.checks().stream()
                .filter(check -> check.subject() == subject)
                .findFirst()
                .orElseThrow();
    }
}
