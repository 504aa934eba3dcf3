package dev.seckey.cli.policy;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The words that a key of a policy takes, in the order in which a message lists them. */
final class Words {
    private Words() {}

    static Map<String, Boolean> yesOrNo(String yes, String no) {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put(yes, true);
        words.put(no, false);
        return words;
    }

    /** "if-used" for IF_USED. */
    static <E extends Enum<E>> Map<String, E> of(E[] values) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E value : values) {
            words.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
        }
        return words;
    }
}
