package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.Event;
import dev.seckey.cli.ledger.Head;
import dev.seckey.cli.ledger.Ledger;
import dev.seckey.cli.ledger.Query;
import dev.seckey.cli.users.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A ledger with a point before and after each write. */
record MortalLedger(Ledger ledger, Points points) implements Ledger {
    private <T> T write(String what, Supplier<T> work) {
        points.reach("before " + what);
        T done = work.get();
        points.reach("after " + what);
        return done;
    }

    @Override
    public List<Event> append(List<Entry> entries) {
        entries.forEach(entry -> points.reach("before the event " + entry.kind()));
        List<Event> events = ledger.append(entries);
        entries.forEach(entry -> points.reach("after the event " + entry.kind()));
        return events;
    }

    @Override
    public Optional<Event> claimPerson(Person person, Entry entry) {
        return write("a claim", () -> ledger.claimPerson(person, entry));
    }

    @Override
    public Optional<Event> releasePerson(Entry entry) {
        return write("a release", () -> ledger.releasePerson(entry));
    }

    @Override
    public Map<String, String> bindings() {
        return ledger.bindings();
    }

    @Override
    public long claimAssetNumber(String series, Entry entry) {
        return write("a number", () -> ledger.claimAssetNumber(series, entry));
    }

    @Override
    public void read(Query query, Consumer<Event> each) {
        points.requireAlive();
        ledger.read(query, each);
    }

    @Override
    public List<Event> list(Query query) {
        points.requireAlive();
        return ledger.list(query);
    }

    @Override
    public Optional<Head> head() {
        return ledger.head();
    }

    @Override
    public List<Head> heads() {
        return ledger.heads();
    }

    @Override
    public List<String> check(List<Head> known) {
        return ledger.check(known);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
