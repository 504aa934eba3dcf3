package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A terminal with a person at it, and stdout going elsewhere. {@code script} makes the terminal. */
@EnabledOnOs(OS.LINUX)
class TerminalIT {
    private static final String VERIFY = "\"$SECKEY\" verify --key virtual:pin-set-no-u2f";
    private static final String CLAIM = "claimed, not proved yet: SIMULATED security key, Level 2\r\n";
    private static final String QUESTION = "PIN of the key, typed by its owner: ";

    @TempDir
    private Path folder;

    /**
     * The shell is whichever the environment names: some die of a Ctrl-C that their child answers, so all are told to stay.
     *
     * @param shell one line of it, which may name the command as {@code "$SECKEY"}
     */
    private static Running atATerminal(String shell) {
        String known = "trap : INT; SECKEY='" + Seckey.command().get(0) + "'; ";
        return Seckey.HERE.start(List.of("script", "-qec", known + shell, "/dev/null"));
    }

    @Test
    void thePinIsAskedForUnseenWhileStdoutIsPiped() throws IOException {
        Path result = folder.resolve("result");
        try (Running terminal = atATerminal(VERIFY + " | cat >'" + result + "'")) {
            terminal.awaitOut(QUESTION);
            terminal.type("123456\n");

            Outcome screen = terminal.end();
            assertEquals(CLAIM + QUESTION, screen.out().strip() + " ", "nothing else is on the screen");
            assertTrue(Files.readString(result).startsWith("SIMULATED ACCEPTABLE: "), Files.readString(result));
        }
    }

    @Test
    void ctrlCAtTheQuestionEndsTheCommandAndGivesTheEchoBack() {
        try (Running terminal = atATerminal(VERIFY + " >/dev/null; echo \"exit $?\"; stty -a")) {
            terminal.awaitOut(QUESTION);
            terminal.type("12\u0003");
            terminal.awaitOut("exit 130"); // before the end of what is typed is another end of the question

            Outcome screen = terminal.end();
            assertTrue(screen.out().matches("(?s).*\\secho\\s.*"), screen::toString);
            assertFalse(screen.out().contains("12\r"), screen::toString);
        }
    }

    @Test
    void aBoxOfKeysIsSetUpBeforeThePersonsEyes() throws IOException {
        Path policy = Files.writeString(folder.resolve("ward.toml"), "[provision]\nenterprise-attestation = true\n");
        Path people = Files.writeString(folder.resolve("staff.csv"), "id,name\nE17,Alice\nE18,Bob\n");
        String provision = "export TERM=xterm; stty cols 36 rows 20; \"$SECKEY\" provision --key virtual:yubikey"
                + " --count 2 --policy '" + policy + "' --users '" + people + "' --home '" + folder + "'";
        try (Running terminal = atATerminal(provision)) {
            String screen = terminal.end().ended(0).out();
            assertTrue(screen.contains("\u001b[1;7m put into the envelope: Bob, row \u001b[0m"), screen);
            assertTrue(screen.contains("SIMULATED 1 of 2 keys, 1 done;"), screen);
            assertTrue(screen.contains("\u001b[J"), screen);
            assertTrue(screen.contains("head of the ledger"), screen);
        }
    }

    @Test
    void aTerminalOfTwentyColumnsGetsHelpThatItNeedNotBreakAndAWholeQuestion() {
        String both = "stty cols 20; \"$SECKEY\" pin --help; " + VERIFY + " >/dev/null";
        try (Running terminal = atATerminal(both)) {
            terminal.awaitOut(QUESTION);
            terminal.type("123456\n");

            Outcome screen = terminal.end();
            assertTrue(screen.out().contains("\r\n--timeout=SECONDS\r\n    How long the key\r\n"), screen::toString);
        }
    }

    @Test
    void coloursAreForTerminalsOfThoseWhoWantThem() {
        String verdict = "\"$SECKEY\" --key virtual:level1 verify";
        try (Running coloured = atATerminal("TERM=xterm " + verdict);
                Running plain = atATerminal("TERM=xterm NO_COLOR=1 " + verdict)) {
            coloured.end().printed("\u001b[");
            assertFalse(plain.end().printed("NOT ACCEPTABLE").out().contains("\u001b"));
        }
    }

    /** What the locale has no letter for comes as a question mark, JSON comes whole, and what it cannot express is refused. */
    @Test
    void aLocaleWithoutUtf8GetsWhatItCanShow() throws IOException {
        Path options = Files.writeString(folder.resolve("creation.json"), """
                {"challenge": "AAEC", "rp": {"id": "example.org", "name": "Example"}, "pubKeyCredParams": [],
                 "user": {"id": "AQID", "name": "Zo\u00eb"}, "authenticatorSelection": {"residentKey": "required"}}
                """);
        String key = " --key 'virtual:pin-set@" + folder.resolve("key") + "' --pin-stdin";
        Outcome shell = Seckey.HERE.run(List.of(
                "sh",
                "-c",
                "export LC_ALL=C; pin() { echo 123456; }; pin | \"$0\" credential create --options " + options
                        + " --origin https://example.org -o /dev/null" + key + "; pin | \"$0\" credential list" + key
                        + "; pin | \"$0\" credential list --json" + key
                        + "; \"$0\" --virtual credential create --rp example.org --user Zo\u00eb; echo \"exit $?\"",
                Seckey.command().get(0)));

        shell.printed("SIMULATED   Zo?\n")
                .printed("\"user\": \"Zo\\u00EB\"")
                .printed("exit 2\n")
                .said("seckey: the command line holds letters that this locale does not know");
    }

    @Test
    void aReaderThatHasLeftEndsTheCommandQuietly() {
        Outcome shell = Seckey.HERE.run(List.of(
                "sh",
                "-c",
                "{ \"$0\" --virtual info; echo \"exit $?\" >&2; } | true",
                Seckey.command().get(0)));

        assertEquals("exit 0\n", shell.err());
    }
}
