package dev.seckey.cli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.Ran;
import dev.seckey.cli.users.Person;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code seckey ledger …}. */
class LedgerCommandsTest {
    @TempDir
    Path home;

    private String head = "";

    @BeforeEach
    void fill() {
        head = Benches.fill(LedgerAddress.of(Optional.empty(), Optional.of(home), Map.of()))
                .toString();
    }

    private Ran run(String... arguments) {
        return new Bench(home).run(arguments);
    }

    private static void assertDone(String out, Ran ran) {
        assertEquals(out + "\n" + ExitCode.DONE, ran.out() + ran.err() + "\n" + ran.code());
    }

    @Test
    void listHasALineAKey() {
        assertDone("""
                =WARD7-0001               done              2026-11-24  -        YubiKey 5 NFC  Alice Ng\u1ecdc \u674e (E17)
                8                         refused           2026-11-24  -        YubiKey 5 NFC
                9                         unfinished        2026-11-24  -        YubiKey 5 NFC
                """, run("ledger", "list"));
        assertDone(
                "9                         unfinished        2026-11-24  -        YubiKey 5 NFC\n",
                run("ledger", "list", "--state", "unfinished", "--model", "yubikey", "--batch", "B1", "--unassigned"));
        assertDone("no keys\n", run("ledger", "list", "--state", "undone"));
        assertTrue(run("ledger", "list", "--json").out().contains("\"state\": \"unfinished\""));
    }

    @Test
    void showFindsAKeyByAnythingItIsCalled() {
        Ran shown = run("ledger", "show", "=WARD7-0001");
        assertTrue(shown.out().startsWith("2026-11-24T12:00:00.123Z  WARD7#1  intent\n  key "), shown.out());
        assertTrue(shown.out().contains("  outcome: done\n"), shown.out());
        for (String name : List.of("7", "serial:7", "E17")) {
            assertEquals(shown, run("ledger", "show", name));
        }
        Ran unknown = run("ledger", "show", "99");
        assertEquals(
                "seckey: no key of the ledger is called \"99\"\nhint: \"seckey ledger list\" shows those that there are\n",
                unknown.err());
        assertEquals(ExitCode.NO_KEY, unknown.code());
    }

    @Test
    void assignBindsAKeyToAPersonOnce() {
        assertEquals(
                ExitCode.DONE,
                run("ledger", "assign", "8", "--person", "E18", "--name", "Bob").code());
        Ran taken = run("ledger", "assign", "8", "--person", "E17");
        assertEquals(ExitCode.NO, taken.code());
        assertTrue(
                taken.err().startsWith("the key or the person is bound already: E17 has serial:7, E18 has serial:8\n"),
                taken.err());
        assertEquals(
                ExitCode.DONE,
                run("ledger", "assign", "8", "--person", "E17", "--replace").code());
        assertTrue(run("ledger", "list", "--unassigned").out().contains("=WARD7-0001"));
        assertEquals(ExitCode.DONE, run("ledger", "check").code());
    }

    @Test
    void anExportIsWhatACutTailIsHeldAgainst() throws SQLException {
        for (String format : List.of("csv", "json")) {
            Path export = home.resolve("export." + format);
            Ran ran = format.equals("csv")
                    ? run("ledger", "export", "-o", export.toString())
                    : run("ledger", "export", "--json", "-o", export.toString());
            assertEquals("head of the chain " + head + "\n", ran.err());
            assertDone(
                    "whole: no row was altered or removed\nhead of the chain " + head + "\n",
                    run("ledger", "check", "--against", export.toString(), "--head", head));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("ledger.sqlite"));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TRIGGER event_is_kept");
            statement.execute("DELETE FROM event WHERE sequence = 5");
        }
        assertEquals(ExitCode.DONE, run("ledger", "check").code());
        for (String format : List.of("csv", "json")) {
            Ran ran = run(
                    "ledger",
                    "check",
                    "--against",
                    home.resolve("export." + format).toString());
            assertEquals(ExitCode.NO, ran.code());
            assertTrue(
                    ran.out()
                            .startsWith(
                                    "NOT WHOLE\n  the end of the chain was cut off: WARD7 ended at row 5, and ends now at 4\n"),
                    ran.out());
        }
    }

    @Test
    void formulasInAnExportAreHarmless() {
        String csv = run("ledger", "export").out();
        assertTrue(csv.contains(",'=WARD7-0001,"), csv);
        assertEquals(1 + 5, csv.lines().count());
    }

    @Test
    void whatIsNoExportOrNoHeadIsSaid() throws IOException {
        Path note = Files.writeString(home.resolve("note.txt"), "milk, eggs\n1,2\n");
        assertEquals(
                ExitCode.USAGE,
                run("ledger", "check", "--against", note.toString()).code());
        assertEquals(ExitCode.USAGE, run("ledger", "check", "--head", "12345").code());
    }

    @Test
    void thereMustBeALedger() {
        Path nowhere = home.resolve("nowhere.sqlite");
        Ran ran = run("ledger", "list", "--ledger", nowhere.toString());
        assertEquals(ExitCode.STORAGE, ran.code());
        assertTrue(ran.err().startsWith("seckey: there is no ledger " + nowhere + "\nhint: "), ran.err());
        assertTrue(Files.notExists(nowhere));
    }

    @Test
    void aFileThatIsNoLedgerOrIsDamagedIsSaid() throws IOException {
        Path note = Files.writeString(home.resolve("note.txt"), "milk, eggs\n".repeat(500));
        Ran foreign = run("ledger", "list", "--ledger", note.toString());
        assertEquals(
                "seckey: cannot open the ledger " + note
                        + "\nhint: the file is not a ledger; name another one with --ledger\n",
                foreign.err());
        assertEquals(ExitCode.STORAGE, foreign.code());

        Path file = home.resolve("ledger.sqlite");
        try (RandomAccessFile damaged = new RandomAccessFile(file.toFile(), "rw")) {
            damaged.seek(4096);
            damaged.write(new byte[(int) damaged.length() - 4096]);
        }
        Ran ran = run("ledger", "list");
        assertEquals(ExitCode.STORAGE, ran.code(), ran.everything());
        assertTrue(ran.err().contains("damaged"), ran.err());
    }

    @Test
    void aPasswordInAUrlIsNeverPrinted() {
        Ran ran = run("ledger", "list", "-v", "--ledger", "postgresql://amy:hidden@127.0.0.1:1/ledger");
        assertEquals(ExitCode.STORAGE, ran.code());
        assertTrue(!ran.everything().contains("hidden"), ran.everything());
        Ran malformed = run("ledger", "list", "-v", "--ledger", "postgresql://amy:hid den@/");
        assertEquals(ExitCode.USAGE, malformed.code());
        assertTrue(!malformed.everything().contains("den@"), malformed.everything());
    }

    @Test
    void aPersonOfAnyNameIsShownWithoutWhatSteersTheTerminal() {
        LedgerAddress address = LedgerAddress.of(Optional.empty(), Optional.of(home), Map.of());
        try (Ledger ledger = address.open(Benches.desk("WARD7"), Benches.CLOCK)) {
            ledger.claimPerson(Person.of("E18", "Bo\u001b[2Jb"), Benches.about(EventKind.PERSON_CLAIMED, "8"));
        }
        assertTrue(run("ledger", "list").out().contains("Bo?[2Jb (E18)"));
    }
}
