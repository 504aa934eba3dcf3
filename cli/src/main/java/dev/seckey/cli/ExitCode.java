package dev.seckey.cli;

/** What the process ends with. Scripts rely on these numbers: they never change their meaning. */
public enum ExitCode {
    /** Done; for verify and metadata check: acceptable. */
    DONE(0),
    /** The answer is no: not acceptable, not valid, not genuine. */
    NO(1),
    USAGE(2),
    /** No key, or several and none chosen. */
    NO_KEY(3),
    /** PIN or fingerprint: missing, wrong, blocked, too short, change forced. */
    PIN(4),
    /** Nobody touched the key in time, or refused, or cancelled. */
    TOUCH(5),
    /** The key or the transport failed, or was pulled out. */
    TRANSPORT(6),
    /** The key cannot do that. */
    UNSUPPORTED(7),
    /** The operating system does not let us. */
    ACCESS(8),
    /** Cannot tell: no, stale or unverifiable metadata, or a check could not run. */
    CANNOT_TELL(9),
    /** Part of a batch failed. */
    PARTIAL(10),
    /** A file, a database or the network failed. */
    STORAGE(11),
    /** Our own fault, or the launcher could not start Java. */
    INTERNAL(70),
    /** Interrupted by Ctrl-C, after the key got its CANCEL. */
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Of several answers in one run: no goes before cannot tell, and that before done. */
    public ExitCode worst(ExitCode other) {
        return rank() >= other.rank() ? this : other;
    }

    private int rank() {
        return switch (this) {
            case DONE -> 0;
            case CANNOT_TELL -> 1;
            case NO -> 2;
            default -> 3;
        };
    }
}
