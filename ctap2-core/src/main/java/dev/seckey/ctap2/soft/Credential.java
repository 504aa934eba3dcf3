package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.UserEntity;
import java.util.Optional;

/**
 * A credential of the software authenticator.
 *
 * @param rpIdHash 32 bytes
 * @param user of discoverable credentials
 */
record Credential(Bytes id, Bytes rpIdHash, SigningKey key, Optional<UserEntity> user) {}
