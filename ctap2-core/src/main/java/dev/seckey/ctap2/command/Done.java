package dev.seckey.ctap2.command;

/** The answer of a command that answers only that it was done. */
public enum Done {
    DONE
}
