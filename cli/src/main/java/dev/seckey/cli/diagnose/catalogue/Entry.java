package dev.seckey.cli.diagnose.catalogue;

/**
 * Something that can be found, with all that is said of it in general. An identifier never changes its meaning: support
 * looks it up, scripts compare it.
 */
public interface Entry {
    /** For instance "USB-003". */
    String id();

    Severity severity();

    /** One clause, in lower case: what it is. */
    String title();

    /** Whole sentences: what it means for the person with the key. */
    String meaning();

    /** Whole sentences: what to do about it; empty if there is nothing to do. */
    String advice();

    /** Where the manual tells more. */
    default String manual() {
        return "man seckey-findings, " + id();
    }
}
