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

/** For a dry run where there is no ledger yet: nothing is known, and nothing is written. */
public final class NoLedger implements Ledger {
    private static UnsupportedOperationException dry() {
        return new UnsupportedOperationException("a dry run writes nothing");
    }

    @Override
    public Event append(Entry entry) {
        throw dry();
    }

    @Override
    public Optional<Event> claimPerson(Person person, Entry entry) {
        throw dry();
    }

    @Override
    public Optional<Event> releasePerson(Entry entry) {
        throw dry();
    }

    @Override
    public Map<String, String> bindings() {
        return Map.of();
    }

    @Override
    public long claimAssetNumber(String series, Entry entry) {
        throw dry();
    }

    @Override
    public void read(Query query, Consumer<Event> each) {
        // there is nothing
    }

    @Override
    public List<Event> list(Query query) {
        return List.of();
    }

    @Override
    public Optional<Head> head() {
        return Optional.empty();
    }

    @Override
    public List<Head> heads() {
        return List.of();
    }

    @Override
    public List<String> check(List<Head> known) {
        return List.of();
    }

    @Override
    public void close() {
        // there is nothing
    }
}
