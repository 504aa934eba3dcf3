package dev.seckey.cli.blob;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.session.CredentialManager.StoredCredential;
import dev.seckey.ctap2.session.CredentialManager.StoredRelyingParty;

/**
 * A credential that can have a blob.
 *
 * @param rpId as the key tells it
 * @param user the account's name
 */
public record Owner(String rpId, String user, Bytes credentialId, Bytes largeBlobKey) {
    static Owner of(StoredRelyingParty relyingParty, StoredCredential credential, Bytes largeBlobKey) {
        String user = credential
                .user()
                .name()
                .or(() -> credential.user().displayName())
                .orElse("");
        return new Owner(
                relyingParty.id().orElseGet(relyingParty::title),
                user,
                credential.id().id(),
                largeBlobKey);
    }

    /** For a person: whose blob it is. */
    public String title() {
        return rpId + (user.isEmpty() ? "" : ", " + user) + ", credential " + shortId();
    }

    /** Enough of the id to tell it from others. */
    private String shortId() {
        String id = credentialId.hex();
        return id.length() <= 16 ? id : id.substring(0, 16) + "...";
    }

    /** Without the key to the blob. */
    @Override
    public String toString() {
        return title();
    }
}
