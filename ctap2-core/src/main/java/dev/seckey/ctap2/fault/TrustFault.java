package dev.seckey.ctap2.fault;

/** A signed document (metadata, attestation) cannot be believed. */
public final class TrustFault extends Fault {
    private static final long serialVersionUID = 1L;

    public TrustFault(String message) {
        super(Reason.UNVERIFIABLE, message, null, null);
    }

    public TrustFault(String message, Throwable cause) {
        super(Reason.UNVERIFIABLE, message, null, cause);
    }
}
