package dev.seckey.cli.manual;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The hand-written text of a page.
 *
 * <pre>
 * # SECTION
 * A paragraph, over as many lines as it likes.
 *
 * - a term
 *   what it means
 *
 *     a line as it is, four spaces in front
 * </pre>
 */
final class Part {
    static final Part NONE = new Part(List.of());

    private final Map<String, List<List<String>>> sections = new LinkedHashMap<>();

    private Part(List<String> lines) {
        List<List<String>> section = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("# ")) {
                block = new ArrayList<>();
                section = sections.computeIfAbsent(line.substring(2), title -> new ArrayList<>());
            } else if (line.isBlank()) {
                block = new ArrayList<>();
            } else {
                if (block.isEmpty()) {
                    section.add(block);
                }
                block.add(line);
            }
        }
    }

    static Part read(Path file) throws IOException {
        return Files.exists(file) ? new Part(Files.readAllLines(file)) : NONE;
    }

    List<String> titles() {
        return List.copyOf(sections.keySet());
    }

    boolean has(String section) {
        return sections.containsKey(section);
    }

    /** Of all its paragraphs. */
    Stream<String> words(String section) {
        return sections.getOrDefault(section, List.of()).stream()
                .flatMap(List::stream)
                .flatMap(line -> Stream.of(line.split(" ")));
    }

    /** Without its heading. */
    void write(String section, Roff out) {
        for (List<String> block : sections.getOrDefault(section, List.of())) {
            if (block.get(0).startsWith("    ")) {
                out.literal(block.stream().map(line -> line.substring(4)).toList());
            } else if (block.get(0).startsWith("- ")) {
                writeTerms(block, out);
            } else {
                out.paragraph(String.join(" ", block));
            }
        }
    }

    private static void writeTerms(List<String> block, Roff out) {
        String term = "";
        StringBuilder meaning = new StringBuilder();
        for (String line : block) {
            if (line.startsWith("- ")) {
                if (!term.isEmpty()) {
                    out.term(Roff.bold(term), meaning.toString());
                }
                term = line.substring(2);
                meaning.setLength(0);
            } else {
                meaning.append(meaning.length() == 0 ? "" : " ").append(line.strip());
            }
        }
        out.term(Roff.bold(term), meaning.toString());
    }
}
