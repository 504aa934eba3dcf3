package dev.seckey.ctap2.fault;

/** A PIN is missing, wrong, unusable or of no use: most of it is found out before the key is asked. */
public final class PinFault extends Fault {
    private static final long serialVersionUID = 1L;

    public PinFault(Reason reason, String message) {
        super(reason, message, null, null);
    }

    public PinFault(Reason reason, String message, Throwable cause) {
        super(reason, message, null, cause);
    }

    public PinFault(Reason reason, String message, String hint) {
        super(reason, message, hint, null);
    }
}
