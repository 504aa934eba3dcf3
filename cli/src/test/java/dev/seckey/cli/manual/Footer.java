package dev.seckey.cli.manual;

import java.util.ArrayList;
import java.util.List;

/** What stands at the end of a command's help: exit codes, examples, and anything else that is worth a paragraph. */
record Footer(List<String> exitCodes, List<String> examples, List<String> rest) {
    private static final String EXIT_CODES = "Exit codes: ";

    static Footer of(List<String> lines) {
        List<String> exitCodes = new ArrayList<>();
        List<String> examples = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(EXIT_CODES)) {
                exitCodes.add(line.substring(EXIT_CODES.length()));
            } else if (line.startsWith("  ")) {
                examples.add(line.strip());
            } else if (!line.isBlank() && !line.equals("Examples:")) {
                rest.add(line);
            }
        }
        return new Footer(exitCodes, examples, rest);
    }
}
