package dev.seckey.cli.surface;

import java.util.List;

/**
 * What an option or an argument takes.
 *
 * @param label as help shows it: FILE, 1|2
 * @param words all that there are, for {@link Kind#WORDS}
 */
public record Value(String label, Kind kind, List<String> words) {
    /** What can be offered for it. */
    public enum Kind {
        /** Nothing: only the person knows. */
        FREE,
        WORDS,
        FILE,
        FOLDER,
        /** What --key takes. */
        KEY,
        POLICY,
        /** AAGUIDs of the models that the metadata knows. */
        MODEL,
        /** Kinds of simulated keys. */
        PROFILE,
        SCHEMA
    }
}
