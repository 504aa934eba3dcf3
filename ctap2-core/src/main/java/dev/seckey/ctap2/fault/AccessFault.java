package dev.seckey.ctap2.fault;

/** The operating system stands between us and the key. */
public final class AccessFault extends Fault {
    private static final long serialVersionUID = 1L;

    public AccessFault(Reason reason, String message) {
        super(reason, message, null, null);
    }

    public AccessFault(Reason reason, String message, Throwable cause) {
        super(reason, message, null, cause);
    }

    public AccessFault(Reason reason, String message, String hint) {
        super(reason, message, hint, null);
    }

    public AccessFault(Reason reason, String message, String hint, Throwable cause) {
        super(reason, message, hint, cause);
    }
}
