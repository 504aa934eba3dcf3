package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How a command ended and what it said. */
record Outcome(int exit, String out, String err) {
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

    String firstLine() {
        return out.lines().findFirst().orElse("");
    }

    @Override
    public String toString() {
        return "exit " + exit + "\n-- stdout\n" + out + "\n-- stderr\n" + err;
    }
}
