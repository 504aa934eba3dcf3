package dev.seckey.cli.output;

import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.Event;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.ledger.KeyState;
import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.users.Person;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of a ledger, one line each. */
public record LedgerKeysResult(Collection<KeyState> states) implements Result {
    @Override
    public void writeText(TextWriter out) {
        if (states.isEmpty()) {
            out.line("no keys");
        }
        for (KeyState state : states) {
            KeyIdentity key = state.key();
            out.line(String.format(
                    "%s%-24s  %-16s  %s  %-7s  %s%s",
                    key.simulated() ? "SIMULATED " : "",
                    key.asset().or(key::serial).orElse(key.id()),
                    state.title(),
                    state.since().toString().substring(0, 10),
                    ended(state, "level").orElse("-"),
                    key.model().or(key::product).orElse("-"),
                    state.person().map(LedgerKeysResult::title).orElse("")));
        }
    }

    /** What the last work on it found. */
    private static Optional<String> ended(KeyState state, String detail) {
        return state.ended().flatMap(event -> LedgerDetails.word(event.entry().details(), detail));
    }

    private static String title(Person person) {
        return "  " + person.name() + " (" + person.id() + ")";
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.objects("keys", states, (inner, state) -> {
            inner.member("state", state.title())
                    .member("outcome", state.outcome().map(Outcome::name))
                    .member("verdict", ended(state, "verdict"))
                    .member("level", ended(state, "level"));
            Event last = state.last();
            inner.member("since", last.time().toString()).member("lastEvent", last.id());
            write(inner, state.key());
            write(inner, state.person());
            state.ended().ifPresent(event -> inner.object("ended", each -> writeEnd(each, event)));
        });
    }

    private static void writeEnd(JsonWriter out, Event event) {
        Entry entry = event.entry();
        Map<String, List<String>> details = LedgerDetails.words(entry.details());
        out.member("event", event.id())
                .member("time", event.time().toString())
                .member("operator", event.operator())
                .member("machine", event.machine())
                .member("blob", entry.blob())
                .strings("changes", details.getOrDefault("changes", List.of()))
                .strings("notReadable", details.getOrDefault("not readable", List.of()));
        LedgerEventsResult.writePolicy(out, entry);
    }

    static void write(JsonWriter out, KeyIdentity key) {
        out.object(
                "key",
                inner -> inner.member("id", key.id())
                        .member("serial", key.serial())
                        .member("aaguid", key.aaguid())
                        .member("model", key.model())
                        .member("product", key.product())
                        .member("transport", key.transport())
                        .member("path", key.path())
                        .member("identifier", key.identifier())
                        .member("asset", key.asset())
                        .member("simulated", key.simulated()));
    }

    static void write(JsonWriter out, Optional<Person> person) {
        person.ifPresent(who -> out.object(
                "person",
                inner -> inner.member("id", who.id()).member("name", who.name()).member("email", who.email())));
    }
}
