package dev.seckey.cli.output;

import dev.seckey.cli.diagnose.Finding;
import dev.seckey.cli.diagnose.catalogue.Entry;
import java.util.ArrayList;
import java.util.List;

/** A finding as whole sentences, on lines that fit a terminal. */
final class FindingText {
    private static final int WIDTH = 88;
    private static final String INDENT = "    ";

    private FindingText() {}

    static void write(TextWriter out, Finding finding) {
        Entry entry = finding.entry();
        out.line(entry.id() + "  " + DiagnosisResult.capital(entry.severity().title()) + ": " + entry.title() + ".");
        wrapped(out, "Seen: " + finding.seen());
        wrapped(out, entry.meaning());
        if (!entry.advice().isEmpty()) {
            wrapped(out, "What to do: " + entry.advice());
        }
        finding.commands().forEach(command -> out.line(INDENT + INDENT + command));
    }

    static void wrapped(TextWriter out, String text) {
        for (String line : wrap(text)) {
            out.line(INDENT + line);
        }
    }

    /** Words that are longer than a line have one of their own. */
    private static List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
