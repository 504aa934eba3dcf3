package dev.seckey.ctap2.fault;

/** The key said that it was done, and reading it back shows otherwise. */
public final class ReadBackFault extends Fault {
    private static final long serialVersionUID = 1L;

    /** @param what what should be so and is not */
    public ReadBackFault(String what) {
        super(
                Reason.NOT_APPLIED,
                "the key accepted the change, but reading it back shows otherwise: " + what,
                null,
                null);
    }
}
