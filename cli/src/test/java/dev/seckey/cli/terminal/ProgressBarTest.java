package dev.seckey.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressBarTest {
    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

    @Test
    void aTerminalSeesOneLineThatIsDrawnOverAndTakenAway() {
        draw(80, OptionalLong.of(10_400_000));
        assertEquals(
                "\r[###############...............] 5.2 of 10.4 MB\r[##############################] 10.4 of 10.4 MB\r"
                        + " ".repeat("[##############################] 10.4 of 10.4 MB".length()) + "\r",
                screen.toString(StandardCharsets.UTF_8));
    }

    @Test
    void withoutASizeItCounts() {
        draw(80, OptionalLong.empty());
        assertEquals("\r5.2 MB\r10.4 MB\r       \r", screen.toString(StandardCharsets.UTF_8));
    }

    @Test
    void onANarrowTerminalItCountsToo() {
        draw(20, OptionalLong.of(10_400_000));
        assertEquals("\r5.2 MB\r10.4 MB\r       \r", screen.toString(StandardCharsets.UTF_8));
    }

    @Test
    void whatIsNoTerminalSeesNothing() {
        draw(0, OptionalLong.of(10_400_000));
        assertEquals("", screen.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aFileOrAPipeIsNoTerminal(@TempDir Path folder) throws IOException {
        Path toFile = Files.createSymbolicLink(folder.resolve("file"), folder.resolve("log.txt"));
        Path toPipe = Files.createSymbolicLink(folder.resolve("pipe"), Path.of("pipe:[4711]"));
        assertFalse(TtyScreen.leadsToTerminal(toFile));
        assertFalse(TtyScreen.leadsToTerminal(toPipe));
        assertFalse(TtyScreen.leadsToTerminal(folder.resolve("missing")));
    }

    @Test
    void aPseudoTerminalIsOne(@TempDir Path folder) throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("2"), Path.of("/dev/pts/3"));
        assertTrue(TtyScreen.leadsToTerminal(link));
    }

    private void draw(int columns, OptionalLong whole) {
        try (ProgressBar bar = new ProgressBar(new PrintStream(screen, true, StandardCharsets.UTF_8), columns)) {
            bar.at(5_200_000, whole);
            bar.at(10_400_000, whole);
        }
    }

    @Test
    void theSizeOfATerminalIsAsSttyTellsIt() {
        assertEquals(Optional.of(new Screen.Size(132, 43)), TtyScreen.parse("43 132\n"));
        assertEquals(Optional.of(new Screen.Size(20, 24)), TtyScreen.parse("0 20\n"), "only its width");
        assertEquals(Optional.empty(), TtyScreen.parse("0 0\n"), "a terminal that nobody has told its size");
        assertEquals(Optional.empty(), TtyScreen.parse(""));
    }
}
