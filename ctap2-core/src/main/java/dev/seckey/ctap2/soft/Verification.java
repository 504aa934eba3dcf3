package dev.seckey.ctap2.soft;

/**
 * What a request proved of its user.
 *
 * @param touched whether verification was by a finger on the key, which is a touch too
 */
record Verification(boolean userVerified, boolean touched) {
    static final Verification NONE = new Verification(false, false);
    static final Verification BY_TOKEN = new Verification(true, false);
    static final Verification BY_FINGER = new Verification(true, true);
}
