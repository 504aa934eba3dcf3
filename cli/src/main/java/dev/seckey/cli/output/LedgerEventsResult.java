package dev.seckey.cli.output;

import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.Event;
import dev.seckey.cli.ledger.Head;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.ledger.Outcome;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Events of a ledger, whole; for a person, what is as it was in the event before is not said again. */
public record LedgerEventsResult(List<Event> events, List<Head> heads) implements Result {
    @Override
    public void writeText(TextWriter out) {
        Map<String, String> said = new HashMap<>();
        for (Event event : events) {
            Entry entry = event.entry();
            boolean simulated = entry.key().map(KeyIdentity::simulated).orElse(false);
            TextWriter lines = simulated ? out.prefixed("SIMULATED ") : out;
            Map<String, List<String>> details = LedgerDetails.words(entry.details());
            lines.line(
                    event.time() + "  " + event.id() + "  " + words(entry.kind().name())
                            + entry.outcome()
                                    .map(Outcome::name)
                                    .map(name -> ": " + words(name))
                                    .orElse("")
                            + Optional.ofNullable(details.remove("step"))
                                    .map(step -> ": " + step.get(0))
                                    .orElse(""));
            TextWriter more = lines.prefixed("  ");
            frame(event).forEach((name, value) -> {
                if (!value.equals(said.put(name, value))) {
                    more.pair(name, value);
                }
            });
            details.forEach(more::list);
        }
    }

    /** What many events in a row have in common. */
    private static Map<String, String> frame(Event event) {
        Entry entry = event.entry();
        Map<String, String> frame = new LinkedHashMap<>();
        entry.key().ifPresent(key -> frame.put("key", key.title()));
        entry.person().ifPresent(person -> frame.put("person", person.name() + " (" + person.id() + ")"));
        entry.policy()
                .ifPresent(policy -> frame.put(
                        "policy", policy.name() + ", SHA-256 " + policy.sha256().hex()));
        entry.blob().ifPresent(number -> frame.put("metadata", "BLOB no. " + number));
        entry.batch().ifPresent(batch -> frame.put("batch", batch));
        frame.put("by", event.operator() + " on " + event.machine());
        return frame;
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public void writeJson(JsonWriter out) {
        write(out, heads);
        out.objects("events", events, LedgerEventsResult::write);
    }

    static void write(JsonWriter out, List<Head> heads) {
        out.objects(
                "heads",
                heads,
                (inner, head) -> inner.member("bench", head.bench())
                        .member("sequence", head.sequence())
                        .member("hash", head.hash().hex()));
    }

    static void writePolicy(JsonWriter out, Entry entry) {
        entry.policy()
                .ifPresent(policy -> out.object(
                        "policy",
                        inner -> inner.member("name", policy.name())
                                .member("sha256", policy.sha256().hex())));
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
        writePolicy(out, entry);
        out.member("blob", entry.blob()).raw("details", entry.details());
    }
}
