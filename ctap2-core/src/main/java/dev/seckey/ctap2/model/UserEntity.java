package dev.seckey.ctap2.model;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import java.util.Optional;

/**
 * The account that a credential belongs to (PublicKeyCredentialUserEntity, CTAP 2.3 §6.1).
 *
 * @param id 1 to 64 bytes that mean nothing to a person
 */
public record UserEntity(Bytes id, Optional<String> name, Optional<String> displayName) {
    private static final Field<Bytes> ID = Field.of("id", CborType.BYTES);
    private static final Field<String> NAME = Field.of("name", CborType.TEXT);
    private static final Field<String> DISPLAY_NAME = Field.of("displayName", CborType.TEXT);

    public static final CborType<UserEntity> CBOR = CborType.MAP.as(UserEntity::from, UserEntity::toCbor);

    public static UserEntity of(Bytes id, String name) {
        return new UserEntity(id, Optional.of(name), Optional.empty());
    }

    private static UserEntity from(CborMap in) {
        return new UserEntity(in.require(ID), in.find(NAME), in.find(DISPLAY_NAME));
    }

    private CborMap toCbor() {
        return CborMap.builder()
                .put(ID, id)
                .put(NAME, name)
                .put(DISPLAY_NAME, displayName)
                .build();
    }
}
