package dev.seckey.cli.terminal;

import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalLong;

/** How far a download is: one line of a terminal, drawn over and over, and gone when closed. Elsewhere nothing is drawn. */
public final class ProgressBar implements AutoCloseable {
    private static final int WIDTH = 30;
    private static final double MEGA = 1_000_000;

    private final PrintStream terminal;
    private final boolean isThere;
    private int drawn;

    /** @param isThere whether it is a terminal at all */
    public ProgressBar(PrintStream terminal, boolean isThere) {
        this.terminal = terminal;
        this.isThere = isThere;
    }

    /**
     * @param received bytes so far
     * @param whole bytes in all, if known
     */
    public void at(long received, OptionalLong whole) {
        if (whole.isPresent() && whole.getAsLong() > 0) {
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
        if (isThere) {
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
