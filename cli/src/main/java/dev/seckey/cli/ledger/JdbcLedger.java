package dev.seckey.cli.ledger;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.ledger.Claims.Turn;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.bytes.Bytes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A ledger in tables. Each method is one transaction: an event and what it claims are there together or not at all. */
final class JdbcLedger implements Ledger {
    /** What the first event of a chain has for its predecessor's hash: 32 zeros. */
    static final Bytes NO_PREVIOUS = Bytes.of(new byte[32]);

    private final Transactions transactions;
    private final Desk desk;
    private final Clock clock;

    /** The tables must be there: see {@link Schema}. */
    JdbcLedger(Database database, Desk desk, Clock clock) {
        this.transactions = new Transactions(database);
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public List<Event> append(List<Entry> entries) {
        return transactions.write(connection -> add(connection, entries));
    }

    private Event add(Connection connection, Entry entry) throws SQLException {
        return add(connection, List.of(entry)).get(0);
    }

    private List<Event> add(Connection connection, List<Entry> entries) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Head head = EventRows.head(connection, desk.bench()).orElse(new Head(desk.bench(), 0, NO_PREVIOUS));
        long position = EventRows.nextPosition(connection);
        List<Event> events = new ArrayList<>();
        for (Entry entry : entries) {
            Event event = EventJson.sealed(new Event(
                    desk.bench(),
                    head.sequence() + 1,
                    head.hash(),
                    Bytes.EMPTY,
                    position++,
                    now,
                    desk.operator(),
                    desk.machine(),
                    entry));
            EventRows.add(connection, event);
            if (entry.key().isPresent()) {
                requireSameKind(new Claims(connection), entry.key().get(), event);
            }
            events.add(event);
            head = event.head();
        }
        return events;
    }

    private static void requireSameKind(Claims claims, KeyIdentity key, Event event) throws SQLException {
        String kind = key.simulated() ? Claims.SIMULATED : Claims.REAL;
        Optional<String> there = claims.kindOfKeys();
        if (there.isEmpty()) {
            claims.markKindOfKeys(kind, event);
        } else if (!there.get().equals(kind)) {
            throw new UsageException(
                    "this ledger is for " + there.get() + " keys, and this key is " + kind,
                    "name another ledger for it with --ledger");
        }
    }

    @Override
    public Optional<Event> claimPerson(Person person, Entry entry) {
        String key = idOf(entry);
        return transactions.write(connection -> {
            Claims claims = new Claims(connection);
            Turn ofPerson = claims.last(Claims.ofPerson(person.id()));
            Turn ofKey = claims.last(Claims.ofKey(key));
            if (ofPerson.isBound() && ofPerson.holder().equals(key)) {
                return lastBinding(connection, person.id(), key);
            }
            if (ofPerson.isBound() || ofKey.isBound()) {
                return Optional.empty();
            }
            Event event = add(connection, entry.as(EventKind.PERSON_CLAIMED).with(person));
            claims.add(Claims.ofPerson(person.id()), ofPerson.number() + 1, key, event);
            claims.add(Claims.ofKey(key), ofKey.number() + 1, person.id(), event);
            return Optional.of(event);
        });
    }

    private static Optional<Event> lastBinding(Connection connection, String person, String key) throws SQLException {
        List<Event> events = new ArrayList<>();
        EventRows.read(
                connection,
                Query.ALL.kind(EventKind.PERSON_CLAIMED).person(person).keyId(key),
                events::add);
        return events.stream().reduce((first, second) -> second);
    }

    @Override
    public Optional<Event> releasePerson(Entry entry) {
        String key = idOf(entry);
        return transactions.write(connection -> {
            Claims claims = new Claims(connection);
            Turn ofKey = claims.last(Claims.ofKey(key));
            if (!ofKey.isBound()) {
                return Optional.empty();
            }
            String id = ofKey.holder();
            Person person = lastBinding(connection, id, key)
                    .flatMap(event -> event.entry().person())
                    .orElseGet(() -> Person.of(id, id));
            Turn ofPerson = claims.last(Claims.ofPerson(id));
            Event event = add(connection, entry.as(EventKind.PERSON_RELEASED).with(person));
            claims.add(Claims.ofPerson(id), ofPerson.number() + 1, "", event);
            claims.add(Claims.ofKey(key), ofKey.number() + 1, "", event);
            return Optional.of(event);
        });
    }

    @Override
    public Map<String, String> bindings() {
        return transactions.read(connection -> new Claims(connection).bindings());
    }

    @Override
    public long claimAssetNumber(String series, Entry entry) {
        String key = idOf(entry);
        return transactions.write(connection -> {
            Claims claims = new Claims(connection);
            String subject = Claims.ofSeries(series);
            Optional<Long> has = claims.turnOf(subject, key);
            if (has.isPresent()) {
                return has.get();
            }
            long number = claims.last(subject).number() + 1;
            Entry claimed = entry.as(EventKind.ASSET_CLAIMED).saying(EventJson.numbered(series, number));
            claims.add(subject, number, key, add(connection, claimed));
            return number;
        });
    }

    private static String idOf(Entry entry) {
        return entry.key()
                .orElseThrow(() -> new IllegalArgumentException("a claim is for a key"))
                .id();
    }

    @Override
    public void read(Query query, Consumer<Event> each) {
        transactions.read(connection -> {
            EventRows.read(connection, query, each);
            return query;
        });
    }

    @Override
    public List<Event> list(Query query) {
        List<Event> events = new ArrayList<>();
        read(query, events::add);
        return events;
    }

    @Override
    public Optional<Head> head() {
        return transactions.read(connection -> EventRows.head(connection, desk.bench()));
    }

    @Override
    public List<Head> heads() {
        return transactions.read(EventRows::heads);
    }

    @Override
    public List<String> check(List<Head> known) {
        return transactions.read(connection -> new ChainCheck(connection).run(known));
    }

    @Override
    public void close() {
        transactions.close();
    }
}
