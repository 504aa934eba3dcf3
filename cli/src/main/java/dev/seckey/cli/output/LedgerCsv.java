package dev.seckey.cli.output;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.Event;
import dev.seckey.cli.ledger.KeyIdentity;
import dev.seckey.cli.ledger.Outcome;
import dev.seckey.cli.ledger.Spreadsheet;
import dev.seckey.cli.users.Person;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Events as a table for spreadsheets: no cell of it is taken for a formula. */
public final class LedgerCsv {
    private static final List<String> HEADER = List.of(
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

    public static String of(List<Event> events) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            for (Event event : events) {
                csv.writeRecord(cells(event).map(Spreadsheet::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
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
                key(entry, key -> Optional.of(key.simulated() ? "SIMULATED" : "")),
                entry.person().map(Person::id).orElse(""),
                entry.person().map(Person::name).orElse(""),
                entry.person().flatMap(Person::email).orElse(""),
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
}
