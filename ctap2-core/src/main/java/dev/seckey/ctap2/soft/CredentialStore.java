package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All credentials of the software authenticator: those in its memory, and those that live in their ids. */
final class CredentialStore {
    static final int CAPACITY = 100;

    /** The newest last. */
    private final List<Credential> discoverable = new ArrayList<>();

    private CredentialWrap wrap;
    private long signCount;

    CredentialStore(SecureRandom random) {
        reset(random);
    }

    /** Forgets everything: a new master key makes the ids that are out in the world worthless. */
    void reset(SecureRandom random) {
        byte[] masterKey = new byte[32];
        random.nextBytes(masterKey);
        wrap = new CredentialWrap(Bytes.of(masterKey));
        discoverable.clear();
        signCount = 0;
    }

    Bytes newId(SigningKey key, Bytes rpIdHash, SecureRandom random) {
        return wrap.wrap(key, rpIdHash, random);
    }

    /** Puts a discoverable credential in, in place of one for the same account (CTAP 2.3 §6.1.2 step 17). */
    void put(Credential credential) {
        discoverable.removeIf(old ->
                old.rpIdHash().equals(credential.rpIdHash()) && userId(old).equals(userId(credential)));
        if (discoverable.size() >= CAPACITY) {
            throw new AuthenticatorFault(CtapStatus.KEY_STORE_FULL);
        }
        discoverable.add(credential);
    }

    private static Optional<Bytes> userId(Credential credential) {
        return credential.user().map(user -> user.id());
    }

    /** The credential with this id, if it is of this authenticator and for this relying party. */
    Optional<Credential> find(Bytes id, Bytes rpIdHash) {
        Optional<Credential> stored = discoverable.stream()
                .filter(credential -> credential.id().equals(id))
                .filter(credential -> credential.rpIdHash().equals(rpIdHash))
                .findFirst();
        return stored.isPresent()
                ? stored
                : wrap.unwrap(id, rpIdHash).map(key -> new Credential(id, rpIdHash, key, Optional.empty()));
    }

    /** The discoverable credentials for this relying party, the newest first. */
    List<Credential> discover(Bytes rpIdHash) {
        List<Credential> found = new ArrayList<>();
        for (int i = discoverable.size() - 1; i >= 0; i--) {
            if (discoverable.get(i).rpIdHash().equals(rpIdHash)) {
                found.add(discoverable.get(i));
            }
        }
        return found;
    }

    int remaining() {
        return CAPACITY - discoverable.size();
    }

    long nextSignCount() {
        return ++signCount;
    }
}
