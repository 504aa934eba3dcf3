package dev.seckey.ctap2.verdict;

/** Why there is no proof, and how to get one. */
public enum Obstacle {
    NOT_NEEDED("the claim alone decides", "nothing more is needed"),
    MODEL_UNKNOWN(
            "no proof was asked for: there is nothing to check it against",
            "bring the metadata up to date (seckey metadata update), or ask the supplier for the FIDO certificate"),
    NOT_WANTED("no touch was wanted (--no-touch)", "run it again without --no-touch"),
    SET_PIN_FIRST("this key proves nothing before it has a PIN (always-UV)", "set the PIN, then verify again with it"),
    CHANGE_PIN_FIRST(
            "this key wants its PIN changed before anything else",
            "change the PIN, then verify again with the new one"),
    PIN_NEEDED(
            "this key proves its model only with its PIN",
            "let the key's owner type the PIN, or give it by --pin-stdin, --pin-file or --pin-env"),
    PIN_UNUSABLE("the PIN could not be used", "see the message above; a blocked key must be reset"),
    NOT_TOUCHED("nobody touched the key", "run it again and touch the key when it blinks"),
    DENIED(
            "nobody touched the key in time, or the operation was refused",
            "run it again, touch the key when it blinks, and agree if it asks"),
    FORBIDDEN_OVER_NFC("this key makes no credentials over NFC", "use the key over USB"),
    REFUSED("the key refused to make a credential", "seckey info shows what the key says of itself");

    private final String what;
    private final String advice;

    Obstacle(String what, String advice) {
        this.what = what;
        this.advice = advice;
    }

    public String what() {
        return what;
    }

    public String advice() {
        return advice;
    }
}
