package dev.seckey.cli.ledger;

/** How it ended for one key. */
public enum Outcome {
    /** Changed, read back, and as the policy wants it. */
    DONE,
    /** As the policy wants it already: nothing was changed. */
    ALREADY_IN_ORDER,
    /** The policy does not allow this key: left as it was. */
    REFUSED,
    /** Something failed; the details say what and how far it went. */
    FAILED,
    /** An interrupted change was taken back. */
    UNDONE
}
