package dev.seckey.cli.policy;

import java.util.Collection;
import java.util.Comparator;

/** The word that was meant. */
final class Nearest {
    private Nearest() {}

    /** "; did you mean …?" with the nearest of these words, or all of them if none is near. */
    static String hint(String typed, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparing((String word) -> distance(typed, word)))
                .filter(word -> distance(typed, word) <= Math.max(2, typed.length() / 3))
                .map(word -> "; did you mean \"" + word + "\"?")
                .orElse("; there are " + String.join(", ", known));
    }

    /** How many letters have to be put in, left out or exchanged (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int exchanged = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
