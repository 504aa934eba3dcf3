package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.output.JsonWriter;
import dev.seckey.cli.output.Result;
import dev.seckey.cli.output.TextWriter;
import dev.seckey.cli.provision.plan.Step;
import dev.seckey.cli.users.Person;
import java.util.Locale;

/** What became of one key, or in a dry run would. */
public record KeyReportResult(KeyReport report) implements Result {
    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = report.key().simulated() ? plain.prefixed("SIMULATED ") : plain;
        String whose = report.person().map(person -> "  for " + title(person)).orElse("");
        out.line(String.format(
                "%-16s  %s%s", word().toUpperCase(Locale.ROOT), report.key().title(), whose));
        report.why().ifPresent(why -> out.line("  " + why));
        report.advice().ifPresent(advice -> out.line("  -> " + advice));
        report.warnings().forEach(warning -> out.line("  warning: " + warning));
        report.steps().forEach(step -> out.line("  " + step.description()));
        report.unreadable().forEach(what -> out.line("  (" + what + ")"));
    }

    /** What became of which key, and whose it is, in few words. */
    public String brief() {
        KeyIdentity key = report.key();
        String name = key.asset()
                .or(() -> key.serial().map(number -> "serial number " + number))
                .or(key::model)
                .orElse("a key");
        return (key.simulated() ? "SIMULATED " : "")
                + word() + ": " + name
                + report.person().map(person -> " for " + title(person)).orElse("");
    }

    /** What became of it, in one word or three. */
    public String word() {
        return report.outcome()
                .map(outcome -> outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .orElse("would change");
    }

    public static String title(Person person) {
        return person.row() > 0 ? person.name() + ", row " + person.row() : person.name();
    }

    @Override
    public void writeJson(JsonWriter out) {
        KeyIdentity key = report.key();
        out.member("outcome", word().replace(' ', '-'))
                .member("simulated", key.simulated())
                .object(
                        "key",
                        inner -> inner.member("id", key.id())
                                .member("serial", key.serial())
                                .member("aaguid", key.aaguid())
                                .member("model", key.model())
                                .member("product", key.product())
                                .member("transport", key.transport())
                                .member("path", key.path())
                                .member("asset", key.asset()));
        report.person()
                .ifPresent(person -> out.object(
                        "person",
                        inner -> inner.member("id", person.id())
                                .member("name", person.name())
                                .member("row", person.row())));
        report.verdict()
                .ifPresent(verdict -> out.member("verdict", verdict.outcome().title())
                        .member("level", verdict.level().map(level -> level.title()))
                        .member("proved", verdict.proved()));
        out.member("why", report.why())
                .member("advice", report.advice())
                .objects("changes", report.steps(), KeyReportResult::write)
                .strings("notReadable", report.unreadable())
                .strings("warnings", report.warnings());
    }

    private static void write(JsonWriter out, Step step) {
        out.member("step", step.id().id()).member("change", step.description());
    }
}
