package dev.seckey.ctap2.fault;

/** A signed document (metadata, attestation) cannot be believed. */
public final class TrustFault extends Fault {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it, as far as that makes a difference to what is done next. */
    public enum Flaw {
        /** A certificate of the signer has run out: its owner has to sign again. */
        EXPIRED,
        /** A certificate of the signer is not valid yet: a clock is wrong. */
        NOT_YET_VALID,
        /** Nobody who is trusted stands behind the signer. */
        UNKNOWN_ROOT,
        /** Somebody else has signed it. */
        OTHER_SIGNER,
        /** It is older than what is known already. */
        OLDER,
        /** Anything else: changed, damaged, or not what it should be. */
        NOT_VALID
    }

    private final Flaw flaw;

    public TrustFault(String message) {
        this(message, (Throwable) null);
    }

    public TrustFault(String message, Throwable cause) {
        super(Reason.UNVERIFIABLE, message, null, cause);
        this.flaw = Flaw.NOT_VALID;
    }

    /** @param hint what to do about it */
    public TrustFault(String message, String hint) {
        super(Reason.UNVERIFIABLE, message, hint, null);
        this.flaw = Flaw.NOT_VALID;
    }

    public TrustFault(Flaw flaw, String message) {
        super(Reason.UNVERIFIABLE, message, null, null);
        this.flaw = flaw;
    }

    public Flaw flaw() {
        return flaw;
    }
}
