package dev.seckey.ctap2.fault;

/**
 * A message does not have the form that the specification gives it. The status is what an authenticator answers when
 * it meets such a request; a client that meets such a response only reports it.
 */
public final class MalformedFault extends Fault {
    private static final long serialVersionUID = 1L;

    private final CtapStatus status;

    public MalformedFault(CtapStatus status, String message) {
        super(Reason.MALFORMED, message, null, null);
        this.status = status;
    }

    public MalformedFault(CtapStatus status, String message, Throwable cause) {
        super(Reason.MALFORMED, message, null, cause);
        this.status = status;
    }

    public CtapStatus status() {
        return status;
    }
}
