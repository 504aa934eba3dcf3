package dev.seckey.cli.manual;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes man(7), so plain that every formatter shows it the same. */
final class Roff {
    private static final int WIDTH = 76;

    /** Where a reader's line may break; also after a sentence, as roff wants its source. */
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[a-z)][.?!]) (?=[A-Z])");

    private final StringBuilder text = new StringBuilder();

    Roff(String name, int section, String date) {
        line(".TH " + escaped(name.toUpperCase(Locale.ROOT)) + " " + section + " " + date
                + " seckey \"seckey manual\"");
    }

    void section(String title) {
        line(".SH " + argument(title));
    }

    void subsection(String title) {
        line(".SS " + argument(title));
    }

    /** Begins a paragraph; not wanted right below a heading. */
    void separate() {
        if (!lastLine().matches("\\.(SH|SS|PP).*")) {
            line(".PP");
        }
    }

    void paragraph(String plain) {
        separate();
        flow(escaped(plain));
    }

    /** What is escaped and set in fonts already. */
    void marked(String roff) {
        separate();
        flow(roff);
    }

    /** @param label escaped and set in fonts already */
    void term(String label, String plain) {
        line(".TP");
        line(label);
        flow(escaped(plain));
    }

    /** More of the same paragraph or term. */
    void onNewLine(String plain) {
        line(".br");
        flow(escaped(plain));
    }

    /** Lines as they are. */
    void literal(List<String> lines) {
        separate();
        line(".in +4");
        line(".nf");
        lines.forEach(each -> line(escaped(each)));
        line(".fi");
        line(".in");
    }

    private void flow(String roff) {
        for (String sentence : SENTENCE_END.split(roff)) {
            StringBuilder row = new StringBuilder();
            for (String word : sentence.split(" ")) {
                if (row.length() > 0 && row.length() + 1 + word.length() > WIDTH) {
                    line(row.toString());
                    row.setLength(0);
                }
                boolean looksLikeARequest = row.length() == 0 && word.startsWith(".");
                row.append(row.length() == 0 ? "" : " ")
                        .append(looksLikeARequest ? "\\&" : "")
                        .append(word);
            }
            line(row.toString());
        }
    }

    private void line(String roff) {
        text.append(roff).append('\n');
    }

    private String lastLine() {
        int end = text.length() - 1;
        return text.substring(text.lastIndexOf("\n", end - 1) + 1, end);
    }

    static String bold(String plain) {
        return "\\fB" + escaped(plain) + "\\fR";
    }

    static String italic(String plain) {
        return "\\fI" + escaped(plain) + "\\fR";
    }

    private static String argument(String plain) {
        return "\"" + escaped(plain) + "\"";
    }

    static String escaped(String plain) {
        StringBuilder escaped = new StringBuilder();
        plain.codePoints().forEach(point -> escaped.append(escaped(point)));
        boolean looksLikeARequest = plain.startsWith(".");
        return looksLikeARequest ? "\\&" + escaped : escaped.toString();
    }

    private static String escaped(int point) {
        return switch (point) {
            case '\\' -> "\\e";
            case '-' -> "\\-";
            case '\'' -> "\\(aq";
            case '"' -> "\\(dq";
            case '`' -> "\\(ga";
            case '^' -> "\\(ha";
            case '~' -> "\\(ti";
            default -> point < 0x7f ? Character.toString(point) : String.format("\\[u%04X]", point);
        };
    }

    /** A line that was escaped, as it was before. */
    static String plain(String escaped) {
        return escaped.replace("\\-", "-")
                .replace("\\(aq", "'")
                .replace("\\(dq", "\"")
                .replace("\\(ga", "`")
                .replace("\\(ha", "^")
                .replace("\\(ti", "~")
                .replace("\\&", "")
                .replace("\\e", "\\");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
