package dev.seckey.ctap2.fault;

/** Which key is meant cannot be told: there is none, or there are several. */
public final class ChoiceFault extends Fault {
    private static final long serialVersionUID = 1L;

    public ChoiceFault(Reason reason, String message) {
        super(reason, message, null, null);
    }

    public ChoiceFault(Reason reason, String message, Throwable cause) {
        super(reason, message, null, cause);
    }

    public ChoiceFault(Reason reason, String message, String hint) {
        super(reason, message, hint, null);
    }
}
