package dev.seckey.cli.blob;

import dev.seckey.cli.unlock.Tokens;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.ReadBackFault;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.session.CredentialManager;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.LargeBlobArray;
import dev.seckey.ctap2.session.LargeBlobStorage;
import dev.seckey.ctap2.session.PinUvAuthToken;
import java.security.SecureRandom;
import java.util.Set;

/** The blobs of one key and who they belong to. Each step fetches a token of its own: between them people are asked. */
public final class BlobStore {
    private final Ctap2 session;
    private final Tokens tokens;
    private final LargeBlobStorage storage;

    /** @throws dev.seckey.ctap2.fault.TransportFault if the key keeps no large blobs */
    public BlobStore(Ctap2 session, Tokens tokens, SecureRandom random) {
        this.storage = new LargeBlobStorage(session, random);
        this.session = session;
        this.tokens = tokens;
    }

    public Owners owners() {
        try (PinUvAuthToken token = tokens.get(Set.of(Permission.CREDENTIAL_MANAGEMENT))) {
            return Owners.on(new CredentialManager(session, token));
        }
    }

    /** Needs no token. */
    public LargeBlobArray read() {
        return storage.read();
    }

    /** Bytes in all. */
    public int capacity() {
        return storage.capacity();
    }

    public void put(Owner owner, Bytes content, boolean overwriteDamaged) {
        try (PinUvAuthToken token = writing()) {
            storage.put(token, content, owner.largeBlobKey(), overwriteDamaged);
        }
    }

    public void delete(Owner owner) {
        try (PinUvAuthToken token = writing()) {
            if (!storage.delete(token, owner.largeBlobKey(), false)) {
                throw new ReadBackFault("the blob has gone meanwhile");
            }
        }
    }

    /** @return how many went */
    public int deleteUnowned(Owners owners) {
        try (PinUvAuthToken token = writing()) {
            return storage.collectGarbage(token, owners.keys());
        }
    }

    private PinUvAuthToken writing() {
        return tokens.get(Set.of(Permission.LARGE_BLOB_WRITE));
    }
}
