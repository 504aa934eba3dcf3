package dev.seckey.cli.credential;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.CredentialDescriptor;
import dev.seckey.ctap2.model.UserEntity;
import dev.seckey.ctap2.session.CredentialManager.StoredCredential;
import dev.seckey.ctap2.session.CredentialManager.StoredRelyingParty;

/** A discoverable credential and whose it is. */
public record Stored(StoredRelyingParty relyingParty, StoredCredential credential) {
    public Bytes id() {
        return credential.id().id();
    }

    /** The same under another name. */
    public Stored with(UserEntity user) {
        return new Stored(
                relyingParty,
                new StoredCredential(
                        user,
                        credential.id(),
                        credential.publicKey(),
                        credential.credProtect(),
                        credential.largeBlobKey(),
                        credential.thirdPartyPayment()));
    }

    public CredentialDescriptor descriptor() {
        return CredentialDescriptor.of(id());
    }

    /** The account as a person knows it, or its id. */
    public static String account(UserEntity user) {
        return user.name()
                .filter(name -> !name.isEmpty())
                .or(user::displayName)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> "account " + user.id().base64url());
    }

    /** For a person. */
    public String title() {
        return account(credential.user()) + " at " + relyingParty.title();
    }
}
