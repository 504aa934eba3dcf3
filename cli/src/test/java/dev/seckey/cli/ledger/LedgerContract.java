package dev.seckey.cli.ledger;

import static dev.seckey.cli.ledger.Benches.ALICE;
import static dev.seckey.cli.ledger.Benches.BOB;
import static dev.seckey.cli.ledger.Benches.about;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.users.Person;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for a ledger wherever it is kept. */
abstract class LedgerContract {
    private LedgerAddress address;

    /** A place in which no ledger is yet. */
    abstract LedgerAddress emptyPlace() throws Exception;

    @BeforeEach
    void choosePlace() throws Exception {
        address = emptyPlace();
    }

    final LedgerAddress address() {
        return address;
    }

    final Ledger open(String bench) {
        return address.open(Benches.desk(bench), Benches.CLOCK);
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
    void eventsThatAreAddedTogetherFollowEachOtherToo() {
        try (Ledger ledger = open("A")) {
            ledger.append(about(EventKind.INTENT, "1"));
            List<Event> two = ledger.append(List.of(about(EventKind.STEP_DONE, "1"), about(EventKind.OUTCOME, "1")));
            assertEquals(two.get(0).hash(), two.get(1).previous());
            assertEquals(Optional.of(two.get(1).head()), ledger.head());
            assertEquals(List.of("A#1", "A#2", "A#3"), ids(ledger, Query.ALL));
            assertEquals(List.of(), ledger.check(List.of()));
        }
    }

    @Test
    void ofEventsThatAreAddedTogetherNoneIsThereIfOneIsRefused() {
        try (Ledger ledger = open("A")) {
            List<Entry> mixed = List.of(
                    about(EventKind.INTENT, "1"), Entry.of(EventKind.INTENT).about(Benches.simulated("2")));
            assertThrows(UsageException.class, () -> ledger.append(mixed));
            assertEquals(List.of(), ledger.list(Query.ALL));
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
