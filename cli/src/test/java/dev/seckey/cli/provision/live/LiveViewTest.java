package dev.seckey.cli.provision.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.Ran;
import dev.seckey.cli.terminal.DrawnScreen;
import dev.seckey.cli.terminal.TestScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run before a person at a terminal, and before those for whom nothing may be drawn over. */
class LiveViewTest {
    private static final String ESCAPE = "\u001b";
    private static final Pattern DRAWN = Pattern.compile("\u001b\\[(\\d*[ABJK]|1;7m)|\r");

    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void aPolicyAndTwoPeople() throws IOException {
        Files.writeString(
                folder.resolve("ward.toml"),
                "minimum-level = \"L2\"\n[provision]\npin = \"random\"\nenterprise-attestation = true\n");
        Files.writeString(folder.resolve("staff.csv"), "id,name\r\nE17,Alice\r\nE18,Bob\r\n");
        bench = new Bench(folder.resolve("home")).with("TERM", "xterm").on(new TestScreen(60));
    }

    private Ran provision(String... more) {
        List<String> line = new ArrayList<>(
                List.of("provision", "--policy", folder.resolve("ward.toml").toString()));
        line.addAll(List.of("--key", "virtual:yubikey", "--count", "2", "--users"));
        line.add(folder.resolve("staff.csv").toString());
        line.addAll(List.of("--pins-plain", folder.resolve("pins.csv").toString()));
        line.addAll(List.of(more));
        return bench.run(line.toArray(String[]::new));
    }

    @Test
    void whatToDoIsDrawnInPlaceAndNothingOfItIsLeft() {
        Ran ran = provision();
        assertTrue(ran.err().contains("\u001b[1;7m put into the envelope: Alice, row 2 "), ran.err());
        assertTrue(ran.err().contains("SIMULATED 1 of 2 keys, 1 done; Ctrl-C ends"), ran.err());
        assertTrue(ran.err().contains("SIMULATED done: serial number "), "the last result");
        List<String> left = DrawnScreen.after(ran.err());
        assertEquals(2, left.stream().filter(line -> !line.isEmpty()).count(), left::toString);
        assertTrue(left.get(0).startsWith("warning: "), "of the file with the PINs");
        assertEquals("remove the key", left.get(1));
    }

    @Test
    void theResultsOnStdoutAreTheSameAsInPlainLines() {
        String live = provision().out();
        assertFalse(live.contains(ESCAPE), "there is nothing to paint");
        assertEquals(
                2,
                live.lines().filter(line -> line.startsWith("SIMULATED DONE ")).count());
    }

    @Test
    void screenReadersAndThoseWhoWantNoColourGetPlainLines() {
        for (String option : List.of("--plain", "--no-color", "--json")) {
            bench = new Bench(folder.resolve("home" + option))
                    .with("TERM", "xterm")
                    .on(new TestScreen(60));
            requirePlain(provision(option), option);
        }
        requirePlain(bench("NO_COLOR", "1"), "NO_COLOR");
        requirePlain(bench("TERM", "dumb"), "TERM=dumb");
    }

    private Ran bench(String variable, String value) {
        bench = new Bench(folder.resolve("home-" + variable))
                .with("TERM", "xterm")
                .with(variable, value)
                .on(new TestScreen(60));
        return provision();
    }

    private static void requirePlain(Ran ran, String why) {
        assertFalse(DRAWN.matcher(ran.err()).find(), why);
        assertFalse(ran.out().contains(ESCAPE), why);
        assertTrue(ran.err().contains("put into the envelope: Alice, row 2\n"), why + ran.err());
        assertTrue(ran.err().contains("remove the key (2 of 2)\n"), why + ran.err());
    }

    @Test
    void whereThereIsNoTerminalTheLinesArePlain() {
        bench = new Bench(folder.resolve("home")).with("TERM", "xterm");
        requirePlain(provision(), "no terminal");
    }
}
