package dev.seckey.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.Event;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.ledger.KeyState;
import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.ledger.Spreadsheet;
import dev.seckey.cli.users.Person;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A ledger as a table for spreadsheets: no cell of it is taken for a formula. */
public final class LedgerCsv {
    private static final List<String> KEYS = List.of(
            "asset",
            "serial",
            "model",
            "aaguid",
            "simulated",
            "state",
            "time",
            "person id",
            "person",
            "email",
            "verdict",
            "level",
            "blob",
            "policy",
            "policy sha256",
            "changes",
            "not readable",
            "operator",
            "machine",
            "key",
            "event");

    private static final List<String> EVENTS = List.of(
            "bench",
            "sequence",
            "position",
            "time",
            "kind",
            "outcome",
            "batch",
            "key",
            "serial",
            "asset",
            "model",
            "aaguid",
            "product",
            "transport",
            "path",
            "identifier",
            "simulated",
            "person id",
            "person",
            "email",
            "policy",
            "policy sha256",
            "blob",
            "operator",
            "machine",
            "details",
            "previous",
            "hash");

    private LedgerCsv() {}

    /** Every event, a row each. */
    public static String events(List<Event> events) {
        return table(EVENTS, events.stream().map(LedgerCsv::cells));
    }

    /** Every key, a row each, with the event that tells how the last work on it ended. */
    public static String keys(Collection<KeyState> states) {
        return table(KEYS, states.stream().map(LedgerCsv::cells));
    }

    private static String table(List<String> header, Stream<Stream<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(header);
            rows.forEach(
                    cells -> csv.writeRecord(cells.map(Spreadsheet::harmless).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Stream<String> cells(KeyState state) {
        KeyIdentity key = state.key();
        Event event = state.ended().orElse(state.last());
        Entry entry = event.entry();
        Map<String, List<String>> details = LedgerDetails.words(entry.details());
        return Stream.of(
                key.asset().orElse(""),
                key.serial().orElse(""),
                key.model().or(key::product).orElse(""),
                key.aaguid().orElse(""),
                simulated(key),
                state.title(),
                event.time().toString(),
                person(state.person(), who -> Optional.of(who.id())),
                person(state.person(), who -> Optional.of(who.name())),
                person(state.person(), Person::email),
                joined(details, "verdict"),
                joined(details, "level"),
                entry.blob().map(String::valueOf).orElse(""),
                entry.policy().map(Entry.PolicyStamp::name).orElse(""),
                entry.policy().map(policy -> policy.sha256().hex()).orElse(""),
                joined(details, "changes"),
                joined(details, "not readable"),
                event.operator(),
                event.machine(),
                key.id(),
                event.id());
    }

    private static String joined(Map<String, List<String>> details, String name) {
        return String.join("; ", details.getOrDefault(name, List.of()));
    }

    private static Stream<String> cells(Event event) {
        Entry entry = event.entry();
        return Stream.of(
                event.bench(),
                Long.toString(event.sequence()),
                Long.toString(event.position()),
                event.time().toString(),
                entry.kind().name(),
                entry.outcome().map(Outcome::name).orElse(""),
                entry.batch().orElse(""),
                key(entry, key -> Optional.of(key.id())),
                key(entry, KeyIdentity::serial),
                key(entry, KeyIdentity::asset),
                key(entry, KeyIdentity::model),
                key(entry, KeyIdentity::aaguid),
                key(entry, KeyIdentity::product),
                key(entry, KeyIdentity::transport),
                key(entry, KeyIdentity::path),
                key(entry, KeyIdentity::identifier),
                key(entry, key -> Optional.of(simulated(key))),
                person(entry.person(), who -> Optional.of(who.id())),
                person(entry.person(), who -> Optional.of(who.name())),
                person(entry.person(), Person::email),
                entry.policy().map(Entry.PolicyStamp::name).orElse(""),
                entry.policy().map(policy -> policy.sha256().hex()).orElse(""),
                entry.blob().map(String::valueOf).orElse(""),
                event.operator(),
                event.machine(),
                entry.details(),
                event.previous().hex(),
                event.hash().hex());
    }

    private static String key(Entry entry, Function<KeyIdentity, Optional<String>> member) {
        return entry.key().flatMap(member).orElse("");
    }

    private static String simulated(KeyIdentity key) {
        return key.simulated() ? "SIMULATED" : "";
    }

    private static String person(Optional<Person> person, Function<Person, Optional<String>> member) {
        return person.flatMap(member).orElse("");
    }
}
