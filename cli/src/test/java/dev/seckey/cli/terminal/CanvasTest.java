package dev.seckey.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines at the end of a terminal, which may change its width between two drawings. */
class CanvasTest {
    private static final List<String> WIDE = List.of(
            "SIMULATED done: WARD7-0001 for Alice, row 2",
            "1 of 3 keys",
            "\u001b[1;7m touch the key now: it is blinking               \u001b[0m");
    private static final List<String> NARROW = List.of("1 of 3 keys", "\u001b[1;7m touch the key now \u001b[0m");

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Canvas canvas = new Canvas(new PrintStream(printed, true, StandardCharsets.UTF_8));
    private final DrawnScreen screen = new DrawnScreen(60);

    private List<String> seen() {
        screen.print(printed.toString(StandardCharsets.UTF_8));
        printed.reset();
        return screen.lines();
    }

    private void resized(int columns) {
        screen.print("\r\n".substring(2)).resize(columns);
    }

    @Test
    void whatIsDrawnTakesThePlaceOfWhatWasDrawn() {
        screen.print("above\n");
        canvas.draw(WIDE, 60);
        assertEquals(4, seen().size());
        canvas.draw(NARROW, 60);
        assertEquals(List.of("above", "1 of 3 keys", " touch the key now"), seen());
    }

    @Test
    void aTerminalThatWasMadeNarrowerKeepsNoLineOfBefore() {
        screen.print("above\n");
        canvas.draw(WIDE, 60);
        seen();
        for (int columns : List.of(43, 30, 21, 20)) {
            screen.resize(columns);
            canvas.draw(NARROW, columns);
            assertEquals(List.of("above", "1 of 3 keys", " touch the key now"), seen(), "at " + columns);
            canvas.draw(WIDE, columns);
            seen();
        }
        canvas.wipe(20);
        assertEquals(
                List.of("above"),
                seen().stream().filter(line -> !line.isEmpty()).toList());
    }

    @Test
    void aTerminalThatWasMadeWiderLosesNothingThatStoodAbove() {
        screen.resize(20).print("above\n");
        canvas.draw(NARROW, 20);
        seen();
        screen.resize(60);
        canvas.draw(WIDE, 60);
        assertEquals("above", seen().get(0));
        assertEquals(4, seen().size());
        canvas.wipe(60);
        assertEquals(
                List.of("above"),
                seen().stream().filter(line -> !line.isEmpty()).toList());
    }
}
