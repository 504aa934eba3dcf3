package dev.seckey.cli.provision;

import dev.seckey.cli.ledger.Event;
import dev.seckey.cli.ledger.Head;
import dev.seckey.cli.ledger.Query;
import dev.seckey.cli.ledger.ReadableLedger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** For a dry run where there is no ledger yet: nothing is known. */
public final class NoLedger implements ReadableLedger {
    @Override
    public Map<String, String> bindings() {
        return Map.of();
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
