package dev.seckey.cli.diagnose.catalogue;

/**
 * Something that can be found, with all that is said of it in general. An identifier never changes its meaning: support
 * looks it up, scripts compare it.
 */
public interface Entry {
    Wording wording();

    /** For instance "USB-003". */
    default String id() {
        return wording().id();
    }

    default Severity severity() {
        return wording().severity();
    }

    /** One clause, in lower case: what it is. */
    default String title() {
        return wording().title();
    }

    /** Whole sentences: what it means for the person with the key. */
    default String meaning() {
        return wording().meaning();
    }

    /** Whole sentences: what to do about it; empty if there is nothing to do. */
    default String advice() {
        return wording().advice();
    }

    /** Where the manual tells more. */
    default String manual() {
        return "man seckey-findings, " + id();
    }
}
