package dev.seckey.ctap2.fault;

/** The path to the key failed: pulled out, silent, busy, or breaking the rules of CTAPHID or ISO 7816. */
public final class TransportFault extends Fault {
    private static final long serialVersionUID = 1L;

    public TransportFault(Reason reason, String message) {
        super(reason, message, null, null);
    }

    public TransportFault(Reason reason, String message, Throwable cause) {
        super(reason, message, null, cause);
    }

    public TransportFault(Reason reason, String message, String hint) {
        super(reason, message, hint, null);
    }
}
