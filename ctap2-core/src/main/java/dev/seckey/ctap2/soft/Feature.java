package dev.seckey.ctap2.soft;

/** What a simulated key can do, or how it is set up when it is handed out. */
public enum Feature {
    CTAP2,
    U2F,

    /** Tokens with permissions; without it the legacy token opens everything (FIDO_2_0, FIDO_2_1_PRE). */
    PIN_UV_AUTH_TOKEN,
    /** getPINRetries is answered only once there is a PIN, as by YubiKeys; the specification has no such step. */
    PIN_RETRIES_WANT_PIN,
    CREDENTIAL_MANAGEMENT,
    CREDENTIAL_MANAGEMENT_PREVIEW,
    /** The persistent token for read-only credential management, and what is encrypted under it (CTAP 2.3 §6.4). */
    PERSISTENT_TOKEN,

    AUTHENTICATOR_CONFIG,
    /** Always-UV can be toggled. */
    ALWAYS_UV,
    ALWAYS_UV_ON,
    /** Always-UV cannot be turned off. */
    ALWAYS_UV_FIXED,
    SET_MIN_PIN_LENGTH,
    PIN_COMPLEXITY,
    LONG_TOUCH_FOR_RESET,
    ENTERPRISE_ATTESTATION,
    MAKE_CRED_UV_NOT_REQUIRED,
    NO_MC_GA_WITH_CLIENT_PIN,

    CRED_PROTECT,
    CRED_BLOB,
    HMAC_SECRET,
    HMAC_SECRET_MC,
    LARGE_BLOBS,
    MIN_PIN_LENGTH_EXTENSION,
    PIN_COMPLEXITY_EXTENSION,
    THIRD_PARTY_PAYMENT,

    FINGERPRINT,
    FINGERPRINT_PREVIEW,
    /** A finger is enrolled when the key is handed out. */
    FINGER_ENROLLED,
    UV_BIO_ENROLL,
    UV_CONFIG,

    ATTESTATION_FORMATS,
    CERTIFICATIONS,
    /** Has a command of its maker's under authenticatorConfig, which does nothing. */
    VENDOR_PROTOTYPE,
    /** Takes a reset by USB alone. */
    TRANSPORTS_FOR_RESET,
    /** A reset is taken whenever it comes, not only after power-up. */
    RESET_ANY_TIME,
    /** The keys of getInfo stand out of order, as on some real keys. */
    NON_CANONICAL,
    /** Takes a second for everything. */
    SLOW
}
