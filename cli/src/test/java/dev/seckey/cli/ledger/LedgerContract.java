package dev.seckey.cli.ledger;

import static dev.seckey.cli.ledger.Benches.ALICE;
import static dev.seckey.cli.ledger.Benches.BOB;
import static dev.seckey.cli.ledger.Benches.about;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.users.Person;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.FileFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for a ledger wherever it is kept. */
abstract class LedgerContract {
    private LedgerAddress address;

    /** A place in which no ledger is yet. */
    abstract LedgerAddress emptyPlace() throws Exception;

    /** To the newest of those places, past the ledger's own code. */
    abstract Connection connect() throws SQLException;

    @BeforeEach
    void choosePlace() throws Exception {
        address = emptyPlace();
    }

    private Ledger open(String bench) {
        return address.open(Benches.desk(bench), Benches.CLOCK);
    }

    /** As somebody does who has the right to write into the tables, and no wish to be seen. */
    private void tamper(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    abstract List<String> withoutTriggers();

    private void tamperWithoutTriggers(String sql) throws SQLException {
        tamper(withoutTriggers().toArray(String[]::new));
        tamper(sql);
    }

    @Test
    void whatWasAppendedIsReadBackWhole() {
        Event written;
        try (Ledger ledger = open("A")) {
            written = ledger.append(Benches.full());
        }
        try (Ledger ledger = open("A")) {
            Event read = ledger.list(Query.ALL).get(0);
            assertEquals(written.hash(), read.hash());
            assertEquals(
                    "{\"alwaysUv\":{\"from\":false,\"to\":true},\"note\":\"gr\\u00FCn\"}",
                    read.entry().details());
            assertEquals(written.entry().saying(read.entry().details()), read.entry());
            assertEquals("2026-11-24T12:00:00.123Z", read.time().toString());
            assertEquals(List.of("A#1", "amy", "it-7"), List.of(read.id(), read.operator(), read.machine()));
        }
    }

    @Test
    void eventsOfABenchFollowEachOtherByHash() {
        try (Ledger ledger = open("A")) {
            Event first = ledger.append(Entry.of(EventKind.BATCH_STARTED, "B1"));
            Event second = ledger.append(Entry.of(EventKind.BATCH_ENDED, "B1"));
            assertEquals(JdbcLedger.NO_PREVIOUS, first.previous());
            assertEquals(first.hash(), second.previous());
            assertEquals(Optional.of(second.head()), ledger.head());
            assertEquals(List.of(), ledger.check(List.of(first.head(), second.head())));
        }
    }

    @Test
    void clocksThatDifferDoNotTurnTheOrderRound() {
        try (Ledger ledger = open("A")) {
            ledger.append(Entry.of(EventKind.BATCH_STARTED, "B1"));
        }
        Clock early = Clock.offset(Benches.CLOCK, Duration.ofHours(-1));
        try (Ledger ledger = address.open(Benches.desk("A"), early)) {
            ledger.append(Entry.of(EventKind.BATCH_ENDED, "B1"));
        }
        try (Ledger ledger = address.open(Benches.desk("0"), early)) {
            ledger.append(Entry.of(EventKind.BATCH_STARTED, "B2"));
            assertEquals(List.of("A#1", "A#2", "0#1"), ids(ledger, Query.ALL));
            assertEquals(
                    "2026-11-24T11:00:00.123Z",
                    ledger.list(Query.ALL).get(1).time().toString());
            assertEquals(List.of(), ledger.check(List.of()));
        }
    }

    @Test
    void eachBenchHasItsOwnChain() {
        try (Ledger a = open("A");
                Ledger b = open("B")) {
            a.append(Entry.of(EventKind.BATCH_STARTED, "B1"));
            b.append(Entry.of(EventKind.BATCH_STARTED, "B2"));
            a.append(Entry.of(EventKind.BATCH_ENDED, "B1"));
            assertEquals(
                    List.of("A#2", "B#1"),
                    b.heads().stream()
                            .map(head -> head.bench() + "#" + head.sequence())
                            .toList());
            assertEquals(List.of(), b.check(a.heads()));
        }
    }

    @Test
    void eventsAreFoundByWhatTheyAreAbout() {
        try (Ledger ledger = open("A")) {
            ledger.append(about(EventKind.INTENT, "1"));
            ledger.append(Benches.full());
            ledger.append(
                    Entry.of(EventKind.INTENT, "B2").about(Benches.key("3").withAsset("WARD7-0001")));
            assertEquals(List.of("A#1"), ids(ledger, Query.ALL.keyId("serial:1")));
            assertEquals(List.of("A#2"), ids(ledger, Query.ALL.person("E17")));
            assertEquals(List.of("A#3"), ids(ledger, Query.ALL.asset("WARD7-0001")));
            assertEquals(List.of("A#1", "A#3"), ids(ledger, Query.ALL.kind(EventKind.INTENT)));
            assertEquals(
                    List.of("A#1"), ids(ledger, Query.ALL.kind(EventKind.INTENT).batch("B1")));
            assertEquals(List.of(), ids(ledger, Query.ALL.serial("2")));
        }
    }

    private static List<String> ids(Ledger ledger, Query query) {
        return ledger.list(query).stream().map(Event::id).toList();
    }

    @Test
    void aPersonGetsOneKeyAndAKeyOnePerson() {
        try (Ledger a = open("A");
                Ledger b = open("B")) {
            Event claim =
                    a.claimPerson(ALICE, about(EventKind.PERSON_CLAIMED, "1")).orElseThrow();
            assertEquals(Optional.empty(), b.claimPerson(ALICE, about(EventKind.PERSON_CLAIMED, "2")));
            assertEquals(Optional.empty(), b.claimPerson(BOB, about(EventKind.PERSON_CLAIMED, "1")));
            Optional<Event> again = b.claimPerson(ALICE, about(EventKind.PERSON_CLAIMED, "1"));
            assertEquals(Optional.of(claim.id()), again.map(Event::id));
            assertEquals(Map.of("E17", "serial:1"), b.bindings());
            assertEquals(List.of(), b.check(List.of()));
        }
    }

    @Test
    void aPersonWhoseKeyIsTakenBackCanGetAnother() {
        try (Ledger ledger = open("A")) {
            ledger.claimPerson(ALICE, about(EventKind.PERSON_CLAIMED, "1"));
            Event released =
                    ledger.releasePerson(about(EventKind.PERSON_RELEASED, "1")).orElseThrow();
            assertEquals(Optional.of(ALICE), released.entry().person());
            assertEquals(Optional.empty(), ledger.releasePerson(about(EventKind.PERSON_RELEASED, "1")));
            assertTrue(ledger.claimPerson(ALICE, about(EventKind.PERSON_CLAIMED, "2"))
                    .isPresent());
            assertTrue(ledger.claimPerson(BOB, about(EventKind.PERSON_CLAIMED, "1"))
                    .isPresent());
            assertEquals(Map.of("E17", "serial:2", "E18", "serial:1"), ledger.bindings());
            assertEquals(List.of(), ledger.check(List.of()));
        }
    }

    @Test
    void numbersOfASeriesGoUpAndAKeyKeepsItsOwn() {
        try (Ledger a = open("A");
                Ledger b = open("B")) {
            assertEquals(1, a.claimAssetNumber("WARD7-{n:04}", about(EventKind.ASSET_CLAIMED, "1")));
            assertEquals(2, b.claimAssetNumber("WARD7-{n:04}", about(EventKind.ASSET_CLAIMED, "2")));
            assertEquals(1, b.claimAssetNumber("WARD7-{n:04}", about(EventKind.ASSET_CLAIMED, "1")));
            assertEquals(1, b.claimAssetNumber("LAB-{n}", about(EventKind.ASSET_CLAIMED, "1")));
            assertEquals(List.of(), a.check(List.of()));
        }
    }

    @Test
    void simulatedKeysDoNotMixWithRealOnes() {
        try (Ledger ledger = open("A")) {
            ledger.append(Entry.of(EventKind.INTENT).about(Benches.simulated("1")));
            UsageException refused =
                    assertThrows(UsageException.class, () -> ledger.append(about(EventKind.INTENT, "2")));
            assertEquals("this ledger is for SIMULATED keys, and this key is real", refused.getMessage());
            assertEquals(1, ledger.list(Query.ALL).size());
        }
    }

    @Test
    void theTablesThemselvesRefuseChanges() {
        try (Ledger ledger = open("A")) {
            ledger.claimPerson(ALICE, about(EventKind.PERSON_CLAIMED, "1"));
            for (String sql : List.of(
                    "UPDATE event SET kind = 'OUTCOME'",
                    "DELETE FROM event",
                    "UPDATE claim SET holder = 'serial:2'",
                    "DELETE FROM claim")) {
                SQLException refused = assertThrows(SQLException.class, () -> tamper(sql), sql);
                assertTrue(refused.getMessage().contains("only ever added"), refused.getMessage());
            }
        }
    }

    /** Five events: A#1 to A#5, with a claim of ALICE's in the fourth. */
    private List<Head> five() {
        try (Ledger ledger = open("A")) {
            ledger.append(Entry.of(EventKind.BATCH_STARTED, "B1"));
            ledger.append(about(EventKind.INTENT, "1"));
            ledger.append(Benches.full());
            ledger.claimPerson(ALICE, about(EventKind.PERSON_CLAIMED, "1"));
            ledger.append(Entry.of(EventKind.BATCH_ENDED, "B1"));
            return ledger.heads();
        }
    }

    private List<String> check(List<Head> known) {
        try (Ledger ledger = open("A")) {
            return ledger.check(known);
        }
    }

    @Test
    void aChangedBodyShows() throws SQLException {
        five();
        tamperWithoutTriggers("UPDATE event SET body = REPLACE(body, 'DONE', 'FAILED') WHERE sequence = 3");
        assertEquals(List.of("row A#3 was altered: it is not what its hash was taken of"), check(List.of()));
    }

    @Test
    void aChangedColumnShows() throws SQLException {
        five();
        tamperWithoutTriggers("UPDATE event SET serial = '8' WHERE sequence = 3");
        tamper("UPDATE event SET position = 1 WHERE sequence = 5");
        assertEquals(
                List.of(
                        "row A#3 was altered: it is not what its hash was taken of",
                        "row A#5 was altered: it is not what its hash was taken of"),
                check(List.of()));
    }

    @Test
    void aRewrittenRowWithARightHashShowsAtTheNextOne() throws SQLException {
        five();
        Event second = reading(ledger -> ledger.list(Query.ALL).get(1));
        Event forged = EventJson.sealed(new Event(
                "A",
                2,
                second.previous(),
                Bytes.EMPTY,
                second.position(),
                second.time(),
                "amy",
                "it-7",
                about(EventKind.INTENT, "1").saying("{\"forged\":true}")));
        tamperWithoutTriggers("UPDATE event SET hash = '" + forged.hash().hex() + "', body = '"
                + EventJson.write(forged) + "' WHERE sequence = 2");
        assertEquals(
                List.of("row A#3 does not follow the row before it: one of the two was rewritten"), check(List.of()));
    }

    private <T> T reading(Function<Ledger, T> question) {
        try (Ledger ledger = open("A")) {
            return question.apply(ledger);
        }
    }

    @Test
    void removedRowsShow() throws SQLException {
        five();
        tamperWithoutTriggers("DELETE FROM event WHERE sequence = 1 OR sequence = 3");
        assertEquals(List.of("row A#1 is missing", "row A#3 is missing"), check(List.of()));
    }

    @Test
    void swappedRowsShow() throws SQLException {
        five();
        tamperWithoutTriggers("UPDATE event SET sequence = -sequence WHERE sequence IN (2, 3)");
        tamper("UPDATE event SET sequence = CASE sequence WHEN -2 THEN 3 ELSE 2 END WHERE sequence < 0");
        List<String> findings = check(List.of());
        assertTrue(findings.contains("row A#2 was altered: it is not what its hash was taken of"), findings.toString());
        assertTrue(findings.contains("row A#3 was altered: it is not what its hash was taken of"), findings.toString());
    }

    @Test
    void aCutTailShowsAgainstAHeadThatWasKept() throws SQLException {
        List<Head> kept = five();
        tamperWithoutTriggers("DELETE FROM event WHERE sequence = 5");
        assertEquals(List.of(), check(List.of()));
        assertEquals(List.of("the end of the chain was cut off: A ended at row 5, and ends now at 4"), check(kept));
        assertEquals(
                List.of("no row has the hash " + kept.get(0).hash().hex()
                        + ": the end of a chain was cut off or rewritten"),
                check(List.of(Head.parse(kept.get(0).hash().hex()))));
    }

    @Test
    void aChangedClaimShows() throws SQLException {
        five();
        tamperWithoutTriggers("UPDATE claim SET holder = 'serial:2' WHERE subject = 'person:E17'");
        assertEquals(
                List.of(
                        "the claim of person:E17 for serial:2 by row A#4 was altered, or no event tells of it",
                        "the claim of person:E17 for serial:1 by row A#4 is missing"),
                check(List.of()));
    }

    @Test
    void aDatabaseOfSomethingElseIsLeftAlone() throws SQLException {
        tamper("CREATE TABLE invoices (id INTEGER)");
        FileFault fault = assertThrows(FileFault.class, () -> open("A"));
        assertEquals("the database " + address.title() + " holds something else than a ledger", fault.getMessage());
    }

    @Test
    void aLedgerOfANewerVersionIsLeftAlone() throws SQLException {
        open("A").close();
        tamper("UPDATE flyway_schema_history SET version = '99' WHERE version = '2'");
        FileFault fault = assertThrows(FileFault.class, () -> open("A"));
        assertEquals("the ledger " + address.title() + " was made by a newer seckey", fault.getMessage());
    }

    @Test
    void fourBenchesAtOnceGiveEachPersonExactlyOneKey() throws InterruptedException, ExecutionException {
        int people = 200;
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<List<Long>>> benches = new ArrayList<>();
        for (int bench = 1; bench <= 4; bench++) {
            String name = "bench" + bench;
            benches.add(threads.submit(() -> claimAll(name, people)));
        }
        List<Long> numbers = new ArrayList<>();
        for (Future<List<Long>> bench : benches) {
            numbers.addAll(bench.get());
        }
        threads.shutdown();
        assertEquals(
                IntStream.rangeClosed(1, people).mapToObj(Long::valueOf).toList(),
                numbers.stream().sorted().toList());
        try (Ledger ledger = open("check")) {
            Map<String, String> bound = ledger.bindings();
            Set<String> keys = new HashSet<>(bound.values());
            assertEquals(people, bound.size());
            assertEquals(people, keys.size());
            assertEquals(
                    people,
                    ledger.list(Query.ALL.kind(EventKind.PERSON_CLAIMED)).size());
            assertEquals(List.of(), ledger.check(List.of()));
        }
    }

    /** Tries every person with the next of its keys; the numbers of those that it got. */
    private List<Long> claimAll(String bench, int people) {
        List<Long> numbers = new ArrayList<>();
        try (Ledger ledger = open(bench)) {
            for (int i = 0; i < people; i++) {
                Entry entry = about(EventKind.PERSON_CLAIMED, bench + "-" + i);
                if (ledger.claimPerson(Person.of("P" + i, "Person " + i), entry).isPresent()) {
                    numbers.add(ledger.claimAssetNumber("N{n}", entry));
                }
            }
        }
        return numbers;
    }
}
