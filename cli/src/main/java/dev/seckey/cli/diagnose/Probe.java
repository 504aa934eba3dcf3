package dev.seckey.cli.diagnose;

import dev.seckey.transports.Os;
import java.util.EnumSet;
import java.util.Set;

/** Looks at one thing. Runs on a thread of its own, may hang, and never changes anything. */
public interface Probe {
    /** A few words for a person: what is looked at. */
    String name();

    /** Where it makes sense. */
    default Set<Os> systems() {
        return EnumSet.allOf(Os.class);
    }

    /** Findings go to the report as they are made: what was found before a probe hangs or breaks still counts. */
    void run(Report report);
}
