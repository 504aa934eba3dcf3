package dev.seckey.ctap2.session;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import java.util.Optional;

/**
 * What only the holder of a persistent token can read of getInfo (CTAP 2.3 §6.4).
 *
 * @param identifier of this very key, the same until its next reset (encIdentifier)
 * @param credentialStoreState changes with every change of the stored credentials (encCredStoreState)
 */
public record PersistentIdentity(Optional<Bytes> identifier, Optional<Bytes> credentialStoreState) {
    public static final PersistentIdentity UNREAD = new PersistentIdentity(Optional.empty(), Optional.empty());

    /** @param token with the permission persistentCredentialManagementReadOnly alone */
    public static PersistentIdentity read(PinUvAuthToken token, AuthenticatorInfo info) {
        return new PersistentIdentity(
                token.decrypt(AuthenticatorInfo.ENC_IDENTIFIER, info),
                token.decrypt(AuthenticatorInfo.ENC_CRED_STORE_STATE, info));
    }
}
