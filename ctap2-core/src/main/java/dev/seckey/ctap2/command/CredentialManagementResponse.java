package dev.seckey.ctap2.command;

import static dev.seckey.ctap2.cbor.CborType.BOOL;
import static dev.seckey.ctap2.cbor.CborType.BYTES;
import static dev.seckey.ctap2.cbor.CborType.UNSIGNED;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.RelyingParty;
import dev.seckey.ctap2.model.UserEntity;
import java.util.Optional;

/**
 * The answer to a credentialManagement subcommand; which members are there depends on it (CTAP 2.3 §6.8).
 *
 * @param rp keys may have cut its id short to 32 bytes (§6.8.7)
 * @param rpIdHash 32 bytes
 * @param credProtect 1 to 3
 * @param largeBlobKey 32 bytes
 */
public record CredentialManagementResponse(
        Optional<Integer> existingResidentCredentialsCount,
        Optional<Integer> maxPossibleRemainingResidentCredentialsCount,
        Optional<RelyingParty> rp,
        Optional<Bytes> rpIdHash,
        Optional<Integer> totalRps,
        Optional<UserEntity> user,
        Optional<CredentialDescriptor> credentialId,
        Optional<CoseKey> publicKey,
        Optional<Integer> totalCredentials,
        Optional<Integer> credProtect,
        Optional<Bytes> largeBlobKey,
        Optional<Boolean> thirdPartyPayment) {
    public static final Field<Integer> EXISTING_RESIDENT_CREDENTIALS_COUNT =
            Field.of(0x01, "existingResidentCredentialsCount", UNSIGNED);
    public static final Field<Integer> MAX_POSSIBLE_REMAINING_RESIDENT_CREDENTIALS_COUNT =
            Field.of(0x02, "maxPossibleRemainingResidentCredentialsCount", UNSIGNED);
    public static final Field<RelyingParty> RP = Field.of(0x03, "rp", RelyingParty.CBOR);
    public static final Field<Bytes> RP_ID_HASH = Field.of(0x04, "rpIDHash", BYTES);
    public static final Field<Integer> TOTAL_RPS = Field.of(0x05, "totalRPs", UNSIGNED);
    public static final Field<UserEntity> USER = Field.of(0x06, "user", UserEntity.CBOR);
    public static final Field<CredentialDescriptor> CREDENTIAL_ID =
            Field.of(0x07, "credentialID", CredentialDescriptor.CBOR);
    public static final Field<CoseKey> PUBLIC_KEY = Field.of(0x08, "publicKey", CoseKey.CBOR);
    public static final Field<Integer> TOTAL_CREDENTIALS = Field.of(0x09, "totalCredentials", UNSIGNED);
    public static final Field<Integer> CRED_PROTECT = Field.of(0x0A, "credProtect", UNSIGNED);
    public static final Field<Bytes> LARGE_BLOB_KEY = Field.of(0x0B, "largeBlobKey", BYTES);
    public static final Field<Boolean> THIRD_PARTY_PAYMENT = Field.of(0x0C, "thirdPartyPayment", BOOL);

    static CredentialManagementResponse from(CborMap in) {
        return new CredentialManagementResponse(
                in.find(EXISTING_RESIDENT_CREDENTIALS_COUNT),
                in.find(MAX_POSSIBLE_REMAINING_RESIDENT_CREDENTIALS_COUNT),
                in.find(RP),
                in.find(RP_ID_HASH),
                in.find(TOTAL_RPS),
                in.find(USER),
                in.find(CREDENTIAL_ID),
                in.find(PUBLIC_KEY),
                in.find(TOTAL_CREDENTIALS),
                in.find(CRED_PROTECT),
                in.find(LARGE_BLOB_KEY),
                in.find(THIRD_PARTY_PAYMENT));
    }
}
