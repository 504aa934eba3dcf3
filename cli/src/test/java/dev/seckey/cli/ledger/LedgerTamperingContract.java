package dev.seckey.cli.ledger;

import static dev.seckey.cli.ledger.Benches.ALICE;
import static dev.seckey.cli.ledger.Benches.about;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.FileFault;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** And what shows when somebody has changed it past the ledger's own code. */
abstract class LedgerTamperingContract extends LedgerContract {
    /** To the newest of those places, past the ledger's own code. */
    abstract Connection connect() throws SQLException;

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
        assertEquals("the database " + address().title() + " holds something else than a ledger", fault.getMessage());
    }

    @Test
    void aLedgerOfANewerVersionIsLeftAlone() throws SQLException {
        open("A").close();
        tamper("UPDATE flyway_schema_history SET version = '99' WHERE version = '2'");
        FileFault fault = assertThrows(FileFault.class, () -> open("A"));
        assertEquals("the ledger " + address().title() + " was made by a newer seckey", fault.getMessage());
    }
}
