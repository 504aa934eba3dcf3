package dev.seckey.cli.output;

import dev.seckey.cli.terminal.Cells;
import dev.seckey.cli.terminal.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Lines for a person. In a simulated run every line says so. */
public final class TextWriter {
    /** How wide the column of names is, cells. */
    private static final int NAMES = 24;

    private final Appendable out;
    private final String prefix;

    TextWriter(Appendable out, String prefix) {
        this.out = out;
        this.prefix = prefix;
    }

    /** The same lines, each after this prefix. */
    public TextWriter prefixed(String more) {
        return new TextWriter(out, prefix + more);
    }

    public void line(String text) {
        try {
            out.append((prefix + Printable.of(text)).stripTrailing()).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name and what it stands for, in two columns. */
    public void pair(String name, Object value) {
        line(Cells.pad(name, NAMES) + " " + value);
    }

    /** The same with several values, each on a line of its own. */
    public void list(String name, List<?> values) {
        for (int i = 0; i < values.size(); i++) {
            pair(i == 0 ? name : "", values.get(i));
        }
    }
}
