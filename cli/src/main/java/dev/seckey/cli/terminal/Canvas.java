package dev.seckey.cli.terminal;

import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The last lines of a terminal, drawn over in place. The cursor stays in the last of them: whatever else is printed comes
 * after a {@link #wipe}. No mode of the terminal is changed, so nothing is left to be undone by a process that is killed.
 */
public final class Canvas {
    private static final String ESCAPE = "\u001b[";
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[\\d;]*m");

    private final PrintStream terminal;
    private List<String> drawn = List.of();

    public Canvas(PrintStream terminal) {
        this.terminal = terminal;
    }

    /**
     * @param lines each narrower than the terminal, and all together lower
     * @param columns how wide the terminal is now
     */
    public void draw(List<String> lines, int columns) {
        terminal.print(toTheBeginning(columns) + String.join("\n", lines));
        terminal.flush();
        drawn = List.copyOf(lines);
    }

    /** @param columns how wide the terminal is now */
    public void wipe(int columns) {
        terminal.print(toTheBeginning(columns));
        terminal.flush();
        drawn = List.of();
    }

    public boolean shows(List<String> lines) {
        return drawn.equals(lines);
    }

    /**
     * Of what is drawn; all from there on is deleted. A terminal that was made narrower has wrapped it by now. The first row
     * is deleted by itself: where it is the topmost, some terminals would keep all that is deleted from there on (tmux).
     */
    private String toTheBeginning(int columns) {
        if (drawn.isEmpty()) {
            return "";
        }
        int up = drawn.stream().mapToInt(line -> rows(line, columns)).sum() - 1;
        return up == 0
                ? "\r" + ESCAPE + "K"
                : "\r" + ESCAPE + up + "A" + ESCAPE + "K" + ESCAPE + "1B" + ESCAPE + "J" + ESCAPE + "1A";
    }

    private static int rows(String line, int columns) {
        int width = Cells.width(COLOUR.matcher(line).replaceAll(""));
        return Math.max(1, (width + columns - 1) / columns);
    }
}
