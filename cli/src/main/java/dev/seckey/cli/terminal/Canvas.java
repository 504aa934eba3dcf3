package dev.seckey.cli.terminal;

import java.io.PrintStream;
import java.util.List;

/**
 * The last lines of a terminal, drawn over in place. The cursor stays in the last of them: whatever else is printed comes
 * after a {@link #wipe}. No mode of the terminal is changed, so nothing is left to be undone by a process that is killed.
 */
public final class Canvas {
    private static final String ESCAPE = "\u001b[";

    private final PrintStream terminal;
    private List<String> drawn = List.of();

    public Canvas(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** @param lines each narrower than the terminal, and all together lower */
    public void draw(List<String> lines) {
        terminal.print(toTheBeginning() + String.join("\n", lines));
        terminal.flush();
        drawn = List.copyOf(lines);
    }

    public void wipe() {
        terminal.print(toTheBeginning());
        terminal.flush();
        drawn = List.of();
    }

    public boolean shows(List<String> lines) {
        return drawn.equals(lines);
    }

    /** Of what is drawn; all from there on is deleted. A terminal that was made narrower may keep a line or two above. */
    private String toTheBeginning() {
        if (drawn.isEmpty()) {
            return "";
        }
        int up = drawn.size() - 1;
        return "\r" + (up > 0 ? ESCAPE + up + "A" : "") + ESCAPE + "J";
    }
}
