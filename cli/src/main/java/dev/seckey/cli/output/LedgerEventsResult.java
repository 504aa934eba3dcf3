package dev.seckey.cli.output;

import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.Event;
import dev.seckey.cli.ledger.Head;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.ledger.Outcome;
import java.util.List;
import java.util.Locale;

/** Events of a ledger, whole. */
public record LedgerEventsResult(List<Event> events, List<Head> heads) implements Result {
    @Override
    public void writeText(TextWriter out) {
        for (Event event : events) {
            Entry entry = event.entry();
            boolean simulated = entry.key().map(KeyIdentity::simulated).orElse(false);
            TextWriter lines = simulated ? out.prefixed("SIMULATED ") : out;
            lines.line(event.time() + "  " + words(entry.kind().name())
                    + entry.outcome()
                            .map(Outcome::name)
                            .map(name -> ": " + words(name))
                            .orElse(""));
            TextWriter more = lines.prefixed("  ");
            entry.key().ifPresent(key -> more.pair("key", key.title()));
            entry.person().ifPresent(person -> more.pair("person", person.name() + " (" + person.id() + ")"));
            entry.policy()
                    .ifPresent(policy -> more.pair(
                            "policy",
                            policy.name() + ", SHA-256 " + policy.sha256().hex()));
            entry.blob().ifPresent(number -> more.pair("metadata", "BLOB no. " + number));
            entry.batch().ifPresent(batch -> more.pair("batch", batch));
            more.pair("by", event.operator() + " on " + event.machine() + ", row " + event.id());
            if (!entry.details().equals(Entry.NO_DETAILS)) {
                more.pair("details", entry.details());
            }
        }
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public void writeJson(JsonWriter out) {
        out.objects(
                        "heads",
                        heads,
                        (inner, head) -> inner.member("bench", head.bench())
                                .member("sequence", head.sequence())
                                .member("hash", head.hash().hex()))
                .objects("events", events, LedgerEventsResult::write);
    }

    private static void write(JsonWriter out, Event event) {
        Entry entry = event.entry();
        out.member("bench", event.bench())
                .member("sequence", event.sequence())
                .member("hash", event.hash().hex())
                .member("previous", event.previous().hex())
                .member("position", event.position())
                .member("time", event.time().toString())
                .member("operator", event.operator())
                .member("machine", event.machine())
                .member("kind", entry.kind().name())
                .member("outcome", entry.outcome().map(Outcome::name))
                .member("batch", entry.batch());
        entry.key().ifPresent(key -> LedgerKeysResult.write(out, key));
        LedgerKeysResult.write(out, entry.person());
        entry.policy()
                .ifPresent(policy -> out.object(
                        "policy",
                        inner -> inner.member("name", policy.name())
                                .member("sha256", policy.sha256().hex())));
        out.member("blob", entry.blob()).raw("details", entry.details());
    }
}
