package dev.seckey.ctap2.fault;

/** A file or a database could not be read or written; what was there before is still there. */
public final class FileFault extends Fault {
    private static final long serialVersionUID = 1L;

    public FileFault(String message, Throwable cause) {
        this(message, null, cause);
    }

    /** @param hint what to do about it */
    public FileFault(String message, String hint, Throwable cause) {
        super(Reason.FILE, message, hint, cause);
    }
}
