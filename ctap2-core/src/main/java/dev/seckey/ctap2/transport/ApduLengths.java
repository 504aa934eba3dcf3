package dev.seckey.ctap2.transport;

/** How commands for a card are written. */
public enum ApduLengths {
    /** At most 255 bytes an APDU, longer messages in pieces: every reader and card takes it. */
    SHORT,
    /** Whole messages: fewer turns, where reader and card both know how. */
    EXTENDED
}
