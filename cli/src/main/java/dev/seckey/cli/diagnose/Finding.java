package dev.seckey.cli.diagnose;

import dev.seckey.cli.diagnose.catalogue.Entry;
import dev.seckey.cli.diagnose.catalogue.Severity;
import java.util.List;

/**
 * One thing that was found here and now.
 *
 * @param entry what is said of it in general
 * @param seen one line: what was seen, with names and numbers
 * @param commands the exact lines that mend it, to be typed by a person; empty if there are none
 */
public record Finding(Entry entry, String seen, List<String> commands) {
    public Finding {
        commands = List.copyOf(commands);
    }

    public Severity severity() {
        return entry.severity();
    }
}
