package dev.seckey.cli.diagnose.catalogue;

import java.util.Locale;

/** How much a finding matters, the least first. */
public enum Severity {
    /** As it should be. */
    OK("well"),
    /** Worth knowing, and nothing to do. */
    NOTE("note"),
    /** Works now, or mostly: somebody should look at it. */
    WARNING("warning"),
    /** What was to be looked at could not be seen. */
    CANNOT_TELL("cannot tell"),
    /** The key, or what it is for, does not work like this. */
    STOPS_WORK("stops work");

    private final String title;

    Severity(String title) {
        this.title = title;
    }

    /** In words, for a person. */
    public String title() {
        return title;
    }

    /** As it stands in JSON: "stopsWork". */
    public String id() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        return words.length == 1
                ? words[0]
                : words[0] + words[1].substring(0, 1).toUpperCase(Locale.ROOT) + words[1].substring(1);
    }

    /** Whether support should hear of it. */
    public boolean matters() {
        return compareTo(WARNING) >= 0;
    }
}
