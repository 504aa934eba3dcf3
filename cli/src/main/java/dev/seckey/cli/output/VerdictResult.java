package dev.seckey.cli.output;

import dev.seckey.ctap2.verdict.Check;
import dev.seckey.ctap2.verdict.Evidence;
import dev.seckey.ctap2.verdict.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * A verdict with every check, the answer first.
 *
 * @param simulated whether the key is one of our own: then every line says so
 */
public record VerdictResult(Verdict verdict, Evidence evidence, boolean simulated, Instant at) implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = simulated ? plain.prefixed("SIMULATED ") : plain;
        writeAnswer(out, "");
        out.line("");
        for (Check check : verdict.checks()) {
            out.line(String.format(
                    "  %-8s %-12s %s", check.status().title(), check.subject().title(), check.evidence()));
        }
        out.line("");
        out.line("policy " + verdict.policy().name() + " (" + verdict.policy().title() + "), " + time());
    }

    /** The answer and what made it, without the checks. */
    void writeAnswer(TextWriter out, String before) {
        out.line(before + headline());
        verdict.deciding().forEach(check -> {
            out.line("  " + check.evidence());
            check.advice().ifPresent(advice -> out.line("  -> " + advice));
        });
    }

    String headline() {
        String answer = verdict.outcome().title().toUpperCase(Locale.ROOT) + ": ";
        if (evidence.info().isEmpty()) {
            return answer + "a key that is not FIDO2";
        }
        return answer + verdict.claim() + (verdict.proved() ? ", proved" : ", claimed, not proved");
    }

    private String time() {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.member("verdict", verdict.outcome().title())
                .member("simulated", simulated)
                .member("policy", verdict.policy().name())
                .member("at", time())
                .member("product", evidence.product())
                .member("transport", evidence.transport().id())
                .member("aaguid", evidence.info().map(info -> info.aaguid().toString()))
                .member("model", verdict.model())
                .member("level", verdict.level().map(level -> level.title()))
                .member("proved", verdict.proved())
                .objects("checks", verdict.checks(), VerdictResult::write);
    }

    static void write(JsonWriter out, Check check) {
        out.member("check", check.subject().name().toLowerCase(Locale.ROOT))
                .member("status", check.status().title())
                .member("evidence", check.evidence())
                .member("advice", check.advice());
    }
}
