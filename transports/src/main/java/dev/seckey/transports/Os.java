package dev.seckey.transports;

import java.util.Locale;

/** The families of operating systems that treat keys differently. */
public enum Os {
    LINUX,
    MAC,
    WINDOWS;

    /** @param name as in the system property {@code os.name}; what is neither Windows nor macOS counts as Linux */
    public static Os of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("windows")) {
            return WINDOWS;
        }
        return lower.startsWith("mac") || lower.startsWith("darwin") ? MAC : LINUX;
    }

    /** The one we run on. */
    public static Os current() {
        return of(System.getProperty("os.name", ""));
    }
}
