package dev.seckey.ctap2.fault;

/** A file could not be read or written; what was there before is still there. */
public final class FileFault extends Fault {
    private static final long serialVersionUID = 1L;

    public FileFault(String message, Throwable cause) {
        super(Reason.FILE, message, null, cause);
    }
}
