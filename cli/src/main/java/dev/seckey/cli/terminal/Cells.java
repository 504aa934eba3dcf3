package dev.seckey.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text measured in the cells of a terminal, of which a letter takes one, an ideograph two, and an accent none. */
public final class Cells {
    private static final String CUT = "...";

    private Cells() {}

    public static int width(String text) {
        return text.codePoints().map(Cells::width).sum();
    }

    private static int width(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    /** The blocks that Unicode calls wide, roughly (UAX #11). */
    private static boolean isWide(int codePoint) {
        return Character.isIdeographic(codePoint)
                || codePoint >= 0x1100 && codePoint <= 0x115F // Hangul Jamo
                || codePoint >= 0x2E80 && codePoint <= 0x303E
                || codePoint >= 0x3041 && codePoint <= 0xA4CF
                || codePoint >= 0xAC00 && codePoint <= 0xD7A3 // Hangul
                || codePoint >= 0xFE30 && codePoint <= 0xFE6F
                || codePoint >= 0xFF00 && codePoint <= 0xFF60 // full-width forms
                || codePoint >= 0x1F300 && codePoint <= 0x1FAFF; // emoji
    }

    /** As much of it as there is room for. */
    public static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        String mark = CUT.substring(0, Math.min(CUT.length(), columns));
        return head(text, columns - mark.length()) + mark;
    }

    private static String head(String text, int columns) {
        int end = 0;
        int left = columns;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            left -= width(codePoint);
            if (left < 0) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end);
    }

    public static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    /**
     * All of it, on as many lines as it takes; broken between words, and in a word only where that is too long itself.
     *
     * @param columns at least 2
     */
    public static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" +")) {
            String rest = word;
            if (!line.isEmpty() && width(line) + 1 + width(rest) <= columns) {
                line = line + " " + rest;
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line);
            }
            while (width(rest) > columns) {
                String part = head(rest, columns);
                lines.add(part);
                rest = rest.substring(part.length());
            }
            line = rest;
        }
        lines.add(line);
        return lines;
    }
}
