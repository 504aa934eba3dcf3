package dev.seckey.ctap2.soft;

/**
 * What the extensions made of a credential; one byte, so that it goes into a wrapped credential id.
 *
 * @param credProtect 1 to 3 (CTAP 2.3 §12.1)
 * @param largeBlobKey whether it has one; the key itself follows from the credential id
 */
record Traits(int credProtect, boolean hmacSecret, boolean largeBlobKey, boolean thirdPartyPayment) {
    static final int UV_OPTIONAL_WITH_LIST = 2;
    static final int UV_REQUIRED = 3;

    /** Without extensions. */
    static final Traits NONE = new Traits(1, false, false, false);

    private static final int HMAC_SECRET = 0x04;
    private static final int LARGE_BLOB_KEY = 0x08;
    private static final int THIRD_PARTY_PAYMENT = 0x10;

    static Traits of(int octet) {
        return new Traits(
                Math.max(1, octet & 0x03),
                (octet & HMAC_SECRET) != 0,
                (octet & LARGE_BLOB_KEY) != 0,
                (octet & THIRD_PARTY_PAYMENT) != 0);
    }

    int octet() {
        return credProtect
                | (hmacSecret ? HMAC_SECRET : 0)
                | (largeBlobKey ? LARGE_BLOB_KEY : 0)
                | (thirdPartyPayment ? THIRD_PARTY_PAYMENT : 0);
    }

    /** Whether a request may see the credential. */
    boolean isVisible(boolean userVerified, boolean namedInList) {
        return userVerified || credProtect < (namedInList ? UV_REQUIRED : UV_OPTIONAL_WITH_LIST);
    }

    Traits withCredProtect(int level) {
        return new Traits(level, hmacSecret, largeBlobKey, thirdPartyPayment);
    }

    Traits withHmacSecret() {
        return new Traits(credProtect, true, largeBlobKey, thirdPartyPayment);
    }

    Traits withLargeBlobKey() {
        return new Traits(credProtect, hmacSecret, true, thirdPartyPayment);
    }

    Traits withThirdPartyPayment() {
        return new Traits(credProtect, hmacSecret, largeBlobKey, true);
    }
}
