package dev.seckey.ctap2.webauthn;

/**
 * What came of looking at a signature.
 *
 * @param reason in a few words why it is not valid or was not checked; "valid" if it is
 */
public record SignatureCheck(Outcome outcome, String reason) {
    static final SignatureCheck VALID = new SignatureCheck(Outcome.VALID, "valid");

    /** The three ways this can end. */
    public enum Outcome {
        VALID,
        INVALID,
        /** There is none, or it is of a kind that this library does not verify: it proves nothing. */
        NOT_CHECKED
    }

    static SignatureCheck invalid(String reason) {
        return new SignatureCheck(Outcome.INVALID, reason);
    }

    static SignatureCheck notChecked(String reason) {
        return new SignatureCheck(Outcome.NOT_CHECKED, reason);
    }

    public boolean isValid() {
        return outcome == Outcome.VALID;
    }
}
