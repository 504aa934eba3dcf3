package dev.seckey.cli.scripts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Lines that may have holes: {@code ...} in a line is any text, {@code ...} alone any lines. */
final class Expected {
    private static final String HOLE = "...";

    private Expected() {}

    /** The lines that came, but those that were expected with holes are written as they were expected. */
    static List<String> fitted(List<String> expected, List<String> actual) {
        if (expected.isEmpty() || (actual.isEmpty() && !expected.equals(List.of(HOLE)))) {
            return actual;
        }
        String first = expected.get(0);
        if (first.equals(HOLE)) {
            return acrossHole(expected, actual);
        }
        List<String> fitted = new ArrayList<>();
        fitted.add(matches(first, actual.get(0)) ? first : actual.get(0));
        fitted.addAll(fitted(rest(expected), rest(actual)));
        return fitted;
    }

    private static List<String> acrossHole(List<String> expected, List<String> actual) {
        List<String> after = rest(expected);
        for (int skipped = 0; skipped <= actual.size(); skipped++) {
            List<String> fitted = fitted(after, actual.subList(skipped, actual.size()));
            if (fitted.equals(after)) {
                List<String> whole = new ArrayList<>(List.of(HOLE));
                whole.addAll(fitted);
                return whole;
            }
        }
        return actual;
    }

    private static List<String> rest(List<String> lines) {
        return lines.subList(1, lines.size());
    }

    private static boolean matches(String expected, String actual) {
        String pattern = Arrays.stream(expected.split(Pattern.quote(HOLE), -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return actual.matches(pattern);
    }
}
