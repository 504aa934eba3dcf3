package dev.seckey.cli.manual;

import static dev.seckey.cli.manual.Roff.bold;
import static dev.seckey.cli.manual.Roff.italic;

import dev.seckey.cli.surface.ArgumentModel;
import dev.seckey.cli.surface.CommandModel;
import dev.seckey.cli.surface.OptionModel;
import dev.seckey.cli.surface.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page a command, and those that are written by hand alone. */
public final class ManualPages {
    /** Of the last change that is worth a new printing. */
    private static final String DATE = "2026-11-24";

    private static final String FINDINGS = "seckey-findings.7";

    /** More pages to look at, in a text; their place is the end. */
    private static final String SEE_ALSO = "SEE ALSO";

    /** Pages that belong to no command, and what they are about. */
    private static final Map<String, String> TOPICS = new TreeMap<>(Map.of(
            "seckey-exit-codes.7",
            "what seckey ends with, and what to do then",
            FINDINGS,
            "what seckey diagnose can find, by identifier",
            "seckey-json.7",
            "what programs read of seckey, and how its words are quoted in each shell",
            "seckey-policy.5",
            "what is asked of keys, and how they are set up, as a file",
            "seckey-scripts.7",
            "whole jobs for a shell, in bash and PowerShell"));

    /** They have their place; every other section that is written by hand comes before them. */
    private static final List<String> LAST = List.of("EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES");

    private final Path texts;

    /** @param texts the folder of the hand-written texts */
    public ManualPages(Path texts) {
        this.texts = texts;
    }

    /** Each page by the name of its file. */
    public Map<String, String> of(CommandModel program) throws IOException {
        Map<String, String> pages = new TreeMap<>();
        pages.put("seckey.1", page("seckey", program));
        for (CommandModel command : program.commands()) {
            pages.put("seckey-" + command.name() + ".1", page("seckey-" + command.name(), command));
        }
        for (Map.Entry<String, String> topic : TOPICS.entrySet()) {
            pages.put(topic.getKey(), topic(topic.getKey(), topic.getValue()));
        }
        return pages;
    }

    private String topic(String file, String about) throws IOException {
        String name = file.substring(0, file.indexOf('.'));
        Part part = Part.read(texts.resolve(file + ".txt"));
        Roff out = new Roff(name, Integer.parseInt(file.substring(file.indexOf('.') + 1)), DATE);
        out.section("NAME");
        out.paragraph(name + " - " + about);
        for (String title : part.titles()) {
            if (!title.equals(SEE_ALSO)) {
                out.section(title);
                part.write(title, out);
            }
        }
        if (file.equals(FINDINGS)) {
            Findings.write(out);
        }
        seeAlso(out, List.of("seckey(1)"), part);
        return out.toString();
    }

    private String page(String name, CommandModel command) throws IOException {
        Part part = Part.read(texts.resolve(name + ".1.txt"));
        Footer footer = Footer.of(command.footer());
        Roff out = new Roff(name, 1, DATE);
        out.section("NAME");
        out.paragraph(name + " - " + asTitle(command.summary()));
        out.section("SYNOPSIS");
        synopses(out, command);
        out.section("DESCRIPTION");
        command.description().forEach(out::paragraph);
        footer.rest().forEach(out::paragraph);
        part.write("DESCRIPTION", out);
        options(out, command);
        commands(out, command);
        for (String title : part.titles()) {
            if (!title.equals("DESCRIPTION") && !title.equals(SEE_ALSO) && !LAST.contains(title)) {
                out.section(title);
                part.write(title, out);
            }
        }
        for (String title : LAST) {
            last(out, title, footer, part);
        }
        seeAlso(out, others(command), part);
        return out.toString();
    }

    private static void last(Roff out, String title, Footer footer, Part part) {
        boolean exit = title.equals("EXIT STATUS");
        boolean examples = title.equals("EXAMPLES") && !footer.examples().isEmpty();
        if (!exit && !examples && !part.has(title)) {
            return;
        }
        out.section(title);
        if (exit) {
            footer.exitCodes().forEach(out::paragraph);
        }
        if (examples) {
            out.literal(footer.examples());
        }
        part.write(title, out);
        if (exit) {
            out.paragraph("All codes are in seckey-exit-codes(7).");
        }
    }

    private static void synopses(Roff out, CommandModel command) {
        if (command.commands().isEmpty()) {
            out.marked(synopsis(command));
        } else if (command.path().isEmpty()) {
            out.marked(bold("seckey") + " [" + italic("option") + "]... " + italic("command") + " ["
                    + italic("argument") + "]...");
        } else {
            command.commands().forEach(child -> out.marked(synopsis(child)));
        }
    }

    private static String synopsis(CommandModel command) {
        List<String> words = new ArrayList<>(List.of(bold("seckey " + command.path())));
        for (OptionModel option : command.options()) {
            String name = option.names().get(option.names().size() - 1);
            String word = bold(name)
                    + option.value().map(value -> "\\~" + value(value)).orElse("");
            words.add(option.required() ? word : "[" + word + "]");
        }
        for (ArgumentModel argument : command.arguments()) {
            String word = value(argument.value()) + (argument.many() ? "..." : "");
            words.add(argument.required() ? word : "[" + word + "]");
        }
        return String.join(" ", words);
    }

    /** Words as they are typed, and names for what is not known here. */
    private static String value(Value value) {
        return value.kind() == Value.Kind.WORDS && value.label().equals(String.join("|", value.words()))
                ? value.words().stream().map(Roff::bold).collect(Collectors.joining("|"))
                : italic(value.label());
    }

    private static void options(Roff out, CommandModel command) {
        boolean isProgram = command.path().isEmpty();
        if (command.commands().isEmpty() || isProgram) {
            out.section("OPTIONS");
            terms(out, command);
            if (!isProgram) {
                out.paragraph("And those that every command has, --key, --json and -o among them: see seckey(1).");
            }
        }
    }

    private static void terms(Roff out, CommandModel command) {
        for (ArgumentModel argument : command.arguments()) {
            out.term(value(argument.value()), argument.description());
        }
        for (OptionModel option : command.options()) {
            String names = option.names().stream().map(Roff::bold).collect(Collectors.joining(", "));
            out.term(names + option.value().map(value -> " " + value(value)).orElse(""), option.description());
        }
    }

    private static void commands(Roff out, CommandModel command) {
        if (command.commands().isEmpty()) {
            return;
        }
        out.section("COMMANDS");
        for (CommandModel child : command.commands()) {
            if (command.path().isEmpty()) {
                out.term(bold("seckey-" + child.name()) + "(1)", child.summary());
            } else {
                section(out, child);
            }
        }
    }

    /** A command of a group. */
    private static void section(Roff out, CommandModel command) {
        Footer footer = Footer.of(command.footer());
        out.subsection("seckey " + command.path());
        command.description().forEach(out::paragraph);
        footer.rest().forEach(out::paragraph);
        terms(out, command);
        footer.exitCodes().forEach(codes -> out.paragraph("Exit codes: " + codes));
        if (!footer.examples().isEmpty()) {
            out.literal(footer.examples());
        }
    }

    private static List<String> others(CommandModel command) {
        return command.path().isEmpty()
                ? List.of(
                        "seckey-policy(5)",
                        "seckey-compatibility(7)",
                        "seckey-exit-codes(7)",
                        "seckey-findings(7)",
                        "seckey-json(7)",
                        "seckey-scripts(7)")
                : List.of("seckey(1)", "seckey-exit-codes(7)", "seckey-json(7)");
    }

    private static void seeAlso(Roff out, List<String> always, Part part) {
        out.section(SEE_ALSO);
        out.marked(Stream.concat(always.stream(), part.words(SEE_ALSO))
                .distinct()
                .map(page -> bold(page.substring(0, page.indexOf('('))) + page.substring(page.indexOf('(')))
                .collect(Collectors.joining(", ")));
    }

    /** As NAME has it: without a capital letter where it is not a word of capitals, without a full stop. */
    private static String asTitle(String summary) {
        String bare = summary.endsWith(".") ? summary.substring(0, summary.length() - 1) : summary;
        boolean capitals = bare.length() > 1 && Character.isUpperCase(bare.charAt(1));
        return capitals ? bare : bare.substring(0, 1).toLowerCase(Locale.ROOT) + bare.substring(1);
    }
}
