package dev.seckey.cli.output;

import com.samskivert.mustache.Mustache;
import dev.seckey.cli.terminal.Printable;
import dev.seckey.ctap2.verdict.Check;
import dev.seckey.ctap2.verdict.Policy;
import dev.seckey.ctap2.verdict.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A verdict as one sheet of paper (A4) for the file: a page of HTML with no script and nothing from elsewhere, whose
 * meaning is in its words and not in its looks.
 */
public final class VerdictPage {
    /** Names in certificates come from whoever made them: none may push the rest off the sheet. */
    private static final int LONGEST = 280;

    private VerdictPage() {}

    /** @param facts when, where and by what, in the order in which they are to stand */
    public static String html(VerdictResult result, Map<String, String> facts) {
        Verdict verdict = result.verdict();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("simulated", result.simulated());
        page.put("simulatedWord", result.simulated() ? "SIMULATED " : "");
        page.put("answer", answer(verdict));
        page.put("kind", kind(verdict));
        page.put(
                "model",
                shortened(
                        result.evidence().info().isEmpty()
                                ? "a key that is not FIDO2"
                                : verdict.model().orElse("a key of an unknown model")));
        page.put("level", verdict.level().map(level -> level.title()).orElse(""));
        page.put("proof", verdict.proved() ? "proved by the key's attestation" : "claimed by the key, not proved");
        page.put("todoTitle", todoTitle(verdict));
        page.put("todo", todo(verdict));
        page.put(
                "checks",
                verdict.checks().stream().map(check -> check(verdict, check)).toList());
        page.put(
                "facts",
                facts.entrySet().stream()
                        .map(fact -> Map.of("name", fact.getKey(), "value", shortened(fact.getValue())))
                        .toList());
        try (InputStream in = VerdictPage.class.getResourceAsStream("verdict.mustache");
                Reader template = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return Mustache.compiler()
                    .emptyStringIsFalse(true)
                    .escapeHTML(true)
                    .compile(template)
                    .execute(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(Verdict verdict) {
        return switch (verdict.outcome()) {
            case ACCEPTABLE -> "Acceptable";
            case NOT_ACCEPTABLE -> "Not acceptable";
            case CANNOT_TELL -> "Cannot tell";
        };
    }

    private static String kind(Verdict verdict) {
        return switch (verdict.outcome()) {
            case ACCEPTABLE -> "yes";
            case NOT_ACCEPTABLE -> "no";
            case CANNOT_TELL -> "open";
        };
    }

    private static String todoTitle(Verdict verdict) {
        return switch (verdict.outcome()) {
            case ACCEPTABLE -> "What to do";
            case NOT_ACCEPTABLE -> "Why, and what to do or buy instead";
            case CANNOT_TELL -> "Why, and how to find out";
        };
    }

    private static List<String> todo(Verdict verdict) {
        List<String> todo = new ArrayList<>();
        if (verdict.outcome() == Verdict.Outcome.ACCEPTABLE) {
            todo.add("This key may be registered and handed out. Keep this sheet with the record of the key.");
        }
        for (Check check : verdict.deciding()) {
            todo.add(sentence(shortened(check.evidence())) + ".");
            check.advice().ifPresent(advice -> todo.add(sentence(shortened(advice)) + "."));
        }
        if (verdict.outcome() == Verdict.Outcome.NOT_ACCEPTABLE) {
            todo.add(instead(verdict.policy()));
        } else if (verdict.outcome() == Verdict.Outcome.CANNOT_TELL) {
            todo.add("Do not register the key until the answer is \"Acceptable\".");
        }
        return todo;
    }

    private static String instead(Policy policy) {
        return policy.minimumLevel()
                .map(level -> "Buy instead: a model that the FIDO Alliance lists as certified at " + level.title()
                        + " or above (fidoalliance.org/certification/fido-certified-products, or \"seckey metadata list"
                        + " --level " + level.name().replace("PLUS", "plus") + "+\"). Let the supplier confirm the"
                        + " model's AAGUID and firmware in writing.")
                .orElse("Use instead: a FIDO2 key from a supplier that you know, and verify it again.");
    }

    private static Map<String, Object> check(Verdict verdict, Check check) {
        return Map.of(
                "subject", check.subject().title(),
                "status", check.status().title(),
                "evidence", shortened(check.evidence()),
                "decides",
                        verdict.outcome() != Verdict.Outcome.ACCEPTABLE
                                && verdict.deciding().contains(check));
    }

    private static String sentence(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String shortened(String text) {
        String plain = Printable.of(text);
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "\u2026";
    }
}
