package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.Head;
import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.output.JsonWriter;
import dev.seckey.cli.output.Result;
import dev.seckey.cli.output.TextWriter;
import dev.seckey.cli.users.Person;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param waiting people of the users' file who have no key
 * @param keysWithoutPerson keys that are well and nobody's, where people are named
 * @param head the end of this bench's chain
 */
public record SummaryResult(
        Tally tally,
        boolean simulated,
        List<Person> waiting,
        int keysWithoutPerson,
        List<Unfinished> unfinished,
        Optional<Head> head)
        implements Result {
    static SummaryResult of(Tally tally, boolean simulated, People people, Register register, Optional<Head> head) {
        return new SummaryResult(
                tally,
                simulated || tally.isSimulated(),
                people.waiting(),
                people.areNamed() ? tally.withoutPerson() : 0,
                register.unfinished(),
                head);
    }

    @Override
    public void writeText(TextWriter plain) {
        TextWriter out = simulated ? plain.prefixed("SIMULATED ") : plain;
        out.line("");
        out.pair("keys", tally.handled());
        for (Outcome outcome : Outcome.values()) {
            if (tally.of(outcome) > 0) {
                out.pair("  " + outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '), tally.of(outcome));
            }
        }
        if (tally.planned() > 0) {
            out.pair("  would change", tally.planned());
        }
        waiting.forEach(person -> out.pair("without a key", KeyReportResult.title(person)));
        if (keysWithoutPerson > 0) {
            out.pair("keys without a person", keysWithoutPerson);
        }
        unfinished.forEach(left -> out.pair("not finished", left.title()));
        head.ifPresent(end -> out.pair("head of the ledger", end));
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.object("summary", inner -> {
            inner.member("simulated", simulated).member("keys", tally.handled());
            for (Outcome outcome : Outcome.values()) {
                inner.member(outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'), tally.of(outcome));
            }
            inner.member("would-change", tally.planned())
                    .objects(
                            "withoutKey",
                            waiting,
                            (each, person) -> each.member("id", person.id())
                                    .member("name", person.name())
                                    .member("row", person.row()))
                    .member("keysWithoutPerson", keysWithoutPerson)
                    .objects(
                            "unfinished",
                            unfinished,
                            (each, left) -> each.member("key", left.key().id()).member("title", left.title()))
                    .member("head", head);
        });
    }
}
