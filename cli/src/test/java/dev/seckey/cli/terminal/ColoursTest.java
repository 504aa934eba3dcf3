package dev.seckey.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.Ran;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColoursTest {
    private static final String ESCAPE = "\u001b[";
    private static final Map<String, String> XTERM = Map.of("TERM", "xterm");

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void atATerminal() {
        bench = new Bench(folder).on(new TestScreen(80)).with("TERM", "xterm");
    }

    private static String bare(String text) {
        return text.replaceAll("\u001b\\[[0-9;]*m", "");
    }

    @ParameterizedTest
    @CsvSource({
        "'ACCEPTABLE: a key', 32",
        "'SIMULATED ACCEPTABLE: a key', 32",
        "'VALID: registration', 32",
        "'NOT ACCEPTABLE: a key', 31",
        "'NOT VALID: assertion', 31",
        "'  fail     challenge', 31",
        "'CANNOT TELL: a key', 33",
        "'SIMULATED   warn     PIN', 33",
        "'warning: only 3 tries are left', 33",
        "'warning                  not in canonical form', 33"
    })
    void verdictsAndWarningsArePainted(String line, String colour) {
        String painted = Colours.ON.paint(line);
        assertTrue(painted.contains(ESCAPE + "1;" + colour + "m"), painted);
        assertEquals(line, bare(painted));
    }

    @ParameterizedTest
    @CsvSource({"'key    ACCEPTABLE: a name'", "'  pass     FIDO2'", "'failure: none'", "'a warning: none'"})
    void nothingElseIs(String line) {
        assertEquals(line, Colours.ON.paint(line));
    }

    @Test
    void aTerminalHasThemUnlessItOrItsUserHasNone() {
        assertEquals(Colours.ON, Colours.of(true, XTERM));
        assertEquals(Colours.OFF, Colours.of(false, XTERM));
        assertEquals(Colours.OFF, Colours.of(true, Map.of()));
        assertEquals(Colours.OFF, Colours.of(true, Map.of("TERM", "dumb")));
        assertEquals(Colours.OFF, Colours.of(true, Map.of("TERM", "xterm", "NO_COLOR", "1")));
        assertEquals(Colours.ON, Colours.of(true, Map.of("TERM", "xterm", "NO_COLOR", "")));
        assertEquals(Colours.ON, Colours.of(true, Map.of("WT_SESSION", "c5")));
    }

    @Test
    void theVerdictOnAKeyIsPaintedAndSaysTheSame() {
        String painted = bench.run("--key", "virtual:level1", "verify").out();
        assertTrue(painted.startsWith("SIMULATED " + ESCAPE + "1;31mNOT ACCEPTABLE" + ESCAPE + "0m: "), painted);
        assertEquals(new Bench(folder).run("--key", "virtual:level1", "verify").out(), bare(painted));
    }

    @Test
    void noColorIsNoColour() {
        assertPlain(bench.run("--key", "virtual:level1", "verify", "--no-color"));
        assertPlain(bench.with("NO_COLOR", "1").run("--key", "virtual:level1", "verify"));
    }

    @Test
    void aFileAndJsonAreNeverPainted() throws Exception {
        Path file = folder.resolve("verdict.txt");
        bench.run("--key", "virtual:level1", "verify", "-o", file.toString());
        assertFalse(java.nio.file.Files.readString(file).contains(ESCAPE));
        assertPlain(bench.run("--key", "virtual:level1", "verify", "--json"));
    }

    private static void assertPlain(Ran ran) {
        assertFalse(ran.everything().contains(ESCAPE), ran.everything());
        assertTrue(ran.out().contains("ACCEPTABLE") || ran.out().contains("acceptable"), ran.out());
    }
}
