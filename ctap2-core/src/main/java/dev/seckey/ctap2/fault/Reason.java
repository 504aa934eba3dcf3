package dev.seckey.ctap2.fault;

/** Why something failed. The command line maps each, exhaustively, to an exit code and advice. */
public enum Reason {
    /** No security key is connected, or none is the one that was asked for. */
    NO_KEY,
    /** Several keys are connected and none was chosen. */
    SEVERAL_KEYS,

    /** The key wants its PIN and none was given. */
    PIN_REQUIRED,
    PIN_INVALID,
    /** All tries are used up: only a reset helps. */
    PIN_BLOCKED,
    /** Three wrong PINs in a row: locked until the key is pulled out and put in again. */
    PIN_LOCKED_UNTIL_POWER_CYCLE,
    PIN_NOT_SET,
    /** A PIN is set already: it can be changed, not set. */
    PIN_ALREADY_SET,
    PIN_POLICY_VIOLATION,
    /** The key wants a new PIN before it does anything else. */
    PIN_CHANGE_FORCED,
    /** A fingerprint (or other built-in user verification) did not match. */
    UV_INVALID,
    UV_BLOCKED,

    /** Nobody touched the key in time. */
    TOUCH_TIMEOUT,
    /** The person, or the key for the person, refused. */
    DENIED,
    /** Cancelled from our side. */
    CANCELLED,

    /** The key was pulled out, or left the reader, in the middle. */
    KEY_REMOVED,
    /** The key did not answer in time. */
    NO_ANSWER,
    /** Another program keeps the key busy. */
    KEY_BUSY,
    /** The key, or the path to it, broke the rules of the transport. */
    TRANSPORT_BROKEN,
    /** What the key said cannot be understood. */
    MALFORMED,
    /** The key answered with an error of its own. */
    KEY_REFUSED,

    /** The key accepted a change and did not make it. */
    NOT_APPLIED,

    /** This key has no such function. */
    UNSUPPORTED,

    /** The operating system does not let us open the key. */
    ACCESS_DENIED,
    /** The smart card service does not run. */
    NO_SMARTCARD_SERVICE,
    /** Another program holds the reader or the key. */
    HELD_BY_ANOTHER,
    /** A native library could not be loaded. */
    NO_NATIVE_LIBRARY,

    /** Metadata is missing or cannot be verified. */
    UNVERIFIABLE,

    /** A file could not be read or written. */
    FILE,
    /** Something on the network could not be reached, or did not answer as it should. */
    NETWORK,
}
