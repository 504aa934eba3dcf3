package dev.seckey.ctap2.verdict;

/** Why there is no proof, and how to get one. */
public enum Obstacle {
    NOT_NEEDED("no proof was asked for: the claim alone decided", "verify the key again, with a touch"),
    MODEL_UNKNOWN(
            "no proof was asked for: there is nothing to check it against",
            "bring the metadata up to date (seckey metadata update), or ask the supplier for the FIDO certificate"),
    NOT_WANTED("no touch was wanted (--no-touch)", "run it again without --no-touch"),
    SET_PIN_FIRST(
            "this key proves nothing before it has a PIN, which it wants for everything (always-UV)",
            "set the PIN (seckey pin set), then verify again with it"),
    CHANGE_PIN_FIRST(
            "this key wants its PIN changed before anything else",
            "change the PIN (seckey pin change), then verify again with the new one"),
    PIN_NEEDED(
            "this key proves its model only with its PIN",
            "let the key's owner type the PIN, or give it by --pin-stdin, --pin-file or --pin-env"),
    PIN_UNUSABLE(
            "the PIN could not be used",
            "look at the tries that are left (seckey pin status) and verify again with the right PIN; a key that is"
                    + " blocked must be reset"),
    NOT_TOUCHED("nobody touched the key", "run it again and touch the key when it blinks"),
    DENIED(
            "nobody touched the key in time, or the operation was refused",
            "run it again, touch the key when it blinks, and agree if it asks"),
    FORBIDDEN_OVER_NFC("this key makes no credentials over NFC", "use the key over USB"),
    REFUSED(
            "the key refused to make a credential",
            "try it again, over USB; if it refuses again, seckey diagnose may say why, or the supplier");

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
