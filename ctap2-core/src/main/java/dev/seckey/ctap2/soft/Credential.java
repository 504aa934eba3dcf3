package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import java.util.Optional;

/**
 * A credential of the software authenticator.
 *
 * @param rpIdHash 32 bytes
 * @param account of discoverable credentials
 */
record Credential(Bytes id, Bytes rpIdHash, SigningKey key, Traits traits, Optional<Account> account) {
    Credential with(Account other) {
        return new Credential(id, rpIdHash, key, traits, Optional.of(other));
    }
}
