package dev.seckey.ctap2.extension;

import static dev.seckey.ctap2.cbor.CborType.BOOL;
import static dev.seckey.ctap2.cbor.CborType.BYTES;
import static dev.seckey.ctap2.cbor.CborType.UNSIGNED;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Field;

/** The members of extension maps, by the identifiers that the specification gives them. */
public final class Extensions {
    /** CTAP 2.3 §12.1: 1 user verification optional, 2 optional with credential id list, 3 required. In and out. */
    public static final Field<Integer> CRED_PROTECT = Field.of("credProtect", UNSIGNED);

    /** §12.2: the blob into makeCredential, and out of getAssertion. */
    public static final Field<Bytes> CRED_BLOB = Field.of("credBlob", BYTES);

    /** §12.2: whether makeCredential stored the blob; into getAssertion: whether it is wanted. */
    public static final Field<Boolean> CRED_BLOB_FLAG = Field.of("credBlob", BOOL);

    /** §12.3: into makeCredential (legacy: creates the random) and out of it. */
    public static final Field<Boolean> HMAC_SECRET_CREATE = Field.of("hmac-secret", BOOL);

    /** §12.7: into getAssertion. */
    public static final Field<HmacSecretInput> HMAC_SECRET = Field.of("hmac-secret", HmacSecretInput.CBOR);

    /** §12.7: out of getAssertion, encrypted. */
    public static final Field<Bytes> HMAC_SECRET_OUTPUT = Field.of("hmac-secret", BYTES);

    /** §12.8: into makeCredential. */
    public static final Field<HmacSecretInput> HMAC_SECRET_MC = Field.of("hmac-secret-mc", HmacSecretInput.CBOR);

    /** §12.8: out of makeCredential, encrypted. */
    public static final Field<Bytes> HMAC_SECRET_MC_OUTPUT = Field.of("hmac-secret-mc", BYTES);

    /** §12.3: asks for a key of 32 bytes, which comes in the response beside the authenticator data. */
    public static final Field<Boolean> LARGE_BLOB_KEY = Field.of("largeBlobKey", BOOL);

    /** §12.5: asks for the minimum PIN length. */
    public static final Field<Boolean> MIN_PIN_LENGTH = Field.of("minPinLength", BOOL);

    /** §12.5: in code points. */
    public static final Field<Integer> MIN_PIN_LENGTH_OUTPUT = Field.of("minPinLength", UNSIGNED);

    /** §12.6: asks whether the PIN complexity policy is on, and the answer. */
    public static final Field<Boolean> PIN_COMPLEXITY_POLICY = Field.of("pinComplexityPolicy", BOOL);

    /** §12.9: marks a credential for payments, and asks whether it is so marked. */
    public static final Field<Boolean> THIRD_PARTY_PAYMENT = Field.of("thirdPartyPayment", BOOL);

    private Extensions() {}
}
