package dev.seckey.cli.terminal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalLong;

/** How far a download is: one line of a terminal, drawn over and over, and gone when closed. Elsewhere nothing is drawn. */
public final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;

    /** A line that the terminal breaks could not be drawn over. */
    private static final int ROOM = WIDTH + "[] 1000.0 of 1000.0 MB".length() + 1;

    private static final double MEGA = 1_000_000;

    private final PrintStream terminal;
    private final int columns;
    private int drawn;

    /** @param columns of the terminal; 0 if it is none */
    public ProgressBar(PrintStream terminal, int columns) {
        this.terminal = terminal;
        this.columns = columns;
    }

    /**
     * @param received bytes so far
     * @param whole bytes in all, if known
     */
    public void at(long received, OptionalLong whole) {
        if (whole.isPresent() && whole.getAsLong() > 0 && columns >= ROOM) {
            int done = (int) Math.min(WIDTH, received * WIDTH / whole.getAsLong());
            draw(String.format(
                    Locale.ROOT,
                    "[%s%s] %.1f of %.1f MB",
                    "#".repeat(done),
                    ".".repeat(WIDTH - done),
                    received / MEGA,
                    whole.getAsLong() / MEGA));
        } else {
            draw(String.format(Locale.ROOT, "%.1f MB", received / MEGA));
        }
    }

    private void draw(String line) {
        if (columns > 0) {
            terminal.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
            terminal.flush();
            drawn = line.length();
        }
    }

    @Override
    public void close() {
        if (drawn > 0) {
            terminal.print("\r" + " ".repeat(drawn) + "\r");
            terminal.flush();
        }
    }
}
