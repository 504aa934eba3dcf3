package dev.seckey.ctap2.model;

/** The options of getInfo (CTAP 2.3 §6.4, "options"). */
public enum Option {
    PLATFORM("plat"),
    RESIDENT_KEY("rk"),
    CLIENT_PIN("clientPin"),
    USER_PRESENCE("up"),
    USER_VERIFICATION("uv"),
    PIN_UV_AUTH_TOKEN("pinUvAuthToken"),
    NO_MC_GA_WITH_CLIENT_PIN("noMcGaPermissionsWithClientPin"),
    LARGE_BLOBS("largeBlobs"),
    ENTERPRISE_ATTESTATION("ep"),
    BIO_ENROLL("bioEnroll"),
    BIO_ENROLL_PREVIEW("userVerificationMgmtPreview"),
    UV_BIO_ENROLL("uvBioEnroll"),
    AUTHENTICATOR_CONFIG("authnrCfg"),
    UV_AUTHENTICATOR_CONFIG("uvAcfg"),
    CREDENTIAL_MANAGEMENT("credMgmt"),
    PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY("perCredMgmtRO"),
    CREDENTIAL_MANAGEMENT_PREVIEW("credentialMgmtPreview"),
    SET_MIN_PIN_LENGTH("setMinPINLength"),
    MAKE_CRED_UV_NOT_REQUIRED("makeCredUvNotRqd"),
    ALWAYS_UV("alwaysUv");

    private final String id;

    Option(String id) {
        this.id = id;
    }

    /** As it stands in getInfo. */
    public String id() {
        return id;
    }
}
