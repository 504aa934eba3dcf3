package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.schema.JsonDocuments;
import java.util.Map;

/** How a command ended and what it said. */
record Outcome(int exit, String out, String err) {
    /** JSON of ours is held against its schema. */
    Outcome {
        if (out.contains("\"schemaVersion\"")) {
            JsonDocuments.check(out);
        }
    }

    /** Ended with this code, and showed nobody its insides. */
    Outcome ended(int code) {
        assertEquals(code, exit, this::toString);
        assertFalse(err.contains("\tat ") || err.contains("Exception"), err);
        return this;
    }

    Outcome printed(String text) {
        assertTrue(out.contains(text), () -> "\"" + text + "\" is not printed: " + this);
        return this;
    }

    Outcome printedNothing() {
        assertEquals("", out, this::toString);
        return this;
    }

    Outcome said(String text) {
        assertTrue(err.contains(text), () -> "\"" + text + "\" is not said: " + this);
        return this;
    }

    Outcome saidNothing() {
        assertEquals("", err, this::toString);
        return this;
    }

    /** Its one JSON document: values by where they stand, as in {@code /credentials/0/user}. */
    Map<String, String> json() {
        return JsonMembers.of(out);
    }

    /** This value stands there in its JSON document. */
    Outcome has(String where, String value) {
        assertEquals(value, json().get(where), () -> where + " of " + this);
        return this;
    }

    String firstLine() {
        return out.lines().findFirst().orElse("");
    }

    @Override
    public String toString() {
        return "exit " + exit + "\n-- stdout\n" + out + "\n-- stderr\n" + err;
    }
}
