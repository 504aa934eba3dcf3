package dev.seckey.ctap2.command;

import static dev.seckey.ctap2.cbor.CborType.BOOL;
import static dev.seckey.ctap2.cbor.CborType.BYTES;
import static dev.seckey.ctap2.cbor.CborType.UNSIGNED;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.AuthenticatorData;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.UserEntity;
import java.util.Optional;

/**
 * The answer to getAssertion and getNextAssertion (CTAP 2.3 §6.2).
 *
 * @param credential may be absent where the allow list had one entry
 * @param numberOfCredentials in the first answer only, where there are several
 * @param userSelected whether the account was chosen at the key itself
 * @param largeBlobKey 32 bytes
 */
public record Assertion(
        Optional<CredentialDescriptor> credential,
        AuthenticatorData authData,
        Bytes signature,
        Optional<UserEntity> user,
        Optional<Integer> numberOfCredentials,
        Optional<Boolean> userSelected,
        Optional<Bytes> largeBlobKey) {
    private static final Field<CredentialDescriptor> CREDENTIAL =
            Field.of(0x01, "credential", CredentialDescriptor.CBOR);
    private static final Field<Bytes> AUTH_DATA = Field.of(0x02, "authData", BYTES);
    private static final Field<Bytes> SIGNATURE = Field.of(0x03, "signature", BYTES);
    private static final Field<UserEntity> USER = Field.of(0x04, "user", UserEntity.CBOR);
    private static final Field<Integer> NUMBER_OF_CREDENTIALS = Field.of(0x05, "numberOfCredentials", UNSIGNED);
    private static final Field<Boolean> USER_SELECTED = Field.of(0x06, "userSelected", BOOL);
    private static final Field<Bytes> LARGE_BLOB_KEY = Field.of(0x07, "largeBlobKey", BYTES);

    public static Assertion from(CborMap in) {
        return new Assertion(
                in.find(CREDENTIAL),
                AuthenticatorData.parse(in.require(AUTH_DATA)),
                in.require(SIGNATURE),
                in.find(USER),
                in.find(NUMBER_OF_CREDENTIALS),
                in.find(USER_SELECTED),
                in.find(LARGE_BLOB_KEY));
    }

    /** The authenticator's answer. */
    public CborMap encode() {
        return CborMap.builder()
                .put(CREDENTIAL, credential)
                .put(AUTH_DATA, authData.bytes())
                .put(SIGNATURE, signature)
                .put(USER, user)
                .put(NUMBER_OF_CREDENTIALS, numberOfCredentials)
                .put(USER_SELECTED, userSelected)
                .put(LARGE_BLOB_KEY, largeBlobKey)
                .build();
    }
}
