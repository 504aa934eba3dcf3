package dev.seckey.cli.ledger;

/** What an event of the ledger tells. */
public enum EventKind {
    /** A run of provisioning began; the details say how it was called. */
    BATCH_STARTED,
    /** A person and a key were bound to each other. */
    PERSON_CLAIMED,
    /** The binding was taken back: the person may get another key, the key another person. */
    PERSON_RELEASED,
    /** A number of a series of asset labels was given to a key. */
    ASSET_CLAIMED,
    /** What will be changed, from what to what; written before the first change. */
    INTENT,
    STEP_STARTED,
    STEP_DONE,
    /** A generated PIN is on the disk, encrypted; written before the key gets it. */
    PIN_STORED,
    /** How it ended for this key, with what was read back. */
    OUTCOME,
    /** A run of provisioning ended; the details count. */
    BATCH_ENDED
}
