package dev.seckey.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a terminal shows in the end of all that was printed: the few control sequences that are used here, and no others. */
public final class DrawnScreen {
    private static final Pattern PIECE =
            Pattern.compile("\u001b\\[(\\d*)([AJ])|\u001b\\[[\\d;]*m|\r|\n|[^\u001b\r\n]+");

    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private int row;
    private int column;

    public static List<String> after(String printed) {
        DrawnScreen screen = new DrawnScreen();
        Matcher pieces = PIECE.matcher(printed);
        int end = 0;
        while (pieces.find()) {
            if (pieces.start() != end) {
                break;
            }
            end = pieces.end();
            screen.take(pieces);
        }
        if (end != printed.length()) {
            throw new IllegalArgumentException(
                    "unknown: " + printed.substring(end).replace("\u001b", "ESC"));
        }
        return screen.lines.stream()
                .map(line -> line.toString().stripTrailing())
                .toList();
    }

    private void take(Matcher piece) {
        String text = piece.group();
        if (text.equals("\r")) {
            column = 0;
        } else if (text.equals("\n")) {
            column = 0;
            if (++row == lines.size()) {
                lines.add(new StringBuilder());
            }
        } else if ("A".equals(piece.group(2))) {
            row = Math.max(0, row - Integer.parseInt(piece.group(1)));
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
