package dev.seckey.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a terminal shows in the end of all that was printed: the few control sequences that are used here, and no others. Made
 * narrower or wider, it wraps what is there anew, as terminals do today.
 */
public final class DrawnScreen {
    private static final Pattern PIECE =
            Pattern.compile("\u001b\\[(\\d*)([ABJK])|\u001b\\[[\\d;]*m|\r|\n|[^\u001b\r\n]+");

    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private int columns;
    private int row;
    private int column;

    public DrawnScreen(int columns) {
        this.columns = columns;
    }

    /** On a terminal that is wide enough. */
    public static List<String> after(String printed) {
        return new DrawnScreen(Integer.MAX_VALUE).print(printed).lines();
    }

    public DrawnScreen resize(int to) {
        columns = to;
        return this;
    }

    /** Each line as it was printed, on however many rows it is shown. */
    public List<String> lines() {
        return lines.stream().map(line -> line.toString().stripTrailing()).toList();
    }

    public DrawnScreen print(String printed) {
        Matcher pieces = PIECE.matcher(printed);
        int end = 0;
        while (pieces.find()) {
            if (pieces.start() != end) {
                break;
            }
            end = pieces.end();
            take(pieces);
        }
        if (end != printed.length()) {
            throw new IllegalArgumentException(
                    "unknown: " + printed.substring(end).replace("\u001b", "ESC"));
        }
        return this;
    }

    /** The row of its line in which the cursor is. */
    private int wrapped() {
        boolean atTheEdge =
                column > 0 && column % columns == 0 && column == lines.get(row).length();
        return column / columns - (atTheEdge ? 1 : 0);
    }

    /** What was wrapped after it is a line of its own then. */
    private void deleteToTheEndOfTheRow() {
        StringBuilder line = lines.get(row);
        int end = (wrapped() + 1) * columns;
        if (end < line.length()) {
            lines.add(row + 1, new StringBuilder(line.substring(end)));
        }
        line.setLength(Math.min(column, line.length()));
    }

    private void down() {
        if ((wrapped() + 1) * columns < lines.get(row).length()) {
            column += columns;
        } else {
            column -= wrapped() * columns;
            row++;
        }
    }

    private void up(int rows) {
        for (int i = 0; i < rows && row + wrapped() > 0; i++) {
            if (wrapped() > 0) {
                column = Math.max(0, column - columns);
            } else {
                int within = column;
                row--;
                column = Math.max(0, lines.get(row).length() - 1) / columns * columns + within;
            }
        }
    }

    private void take(Matcher piece) {
        String text = piece.group();
        if (text.equals("\r")) {
            column = wrapped() * columns;
        } else if (text.equals("\n")) {
            column = 0;
            if (++row == lines.size()) {
                lines.add(new StringBuilder());
            }
        } else if ("A".equals(piece.group(2))) {
            up(Integer.parseInt(piece.group(1)));
        } else if ("B".equals(piece.group(2))) {
            down();
        } else if ("K".equals(piece.group(2))) {
            deleteToTheEndOfTheRow();
        } else if ("J".equals(piece.group(2))) {
            lines.subList(row + 1, lines.size()).clear();
            lines.get(row).setLength(column);
        } else if (!text.startsWith("\u001b")) {
            StringBuilder line = lines.get(row);
            line.replace(column, Math.min(line.length(), column + text.length()), text);
            column += text.length();
        }
    }
}
