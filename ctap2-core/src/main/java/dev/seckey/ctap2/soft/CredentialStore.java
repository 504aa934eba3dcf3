package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All credentials of the software authenticator: those in its memory, and those that live in their ids. */
final class CredentialStore implements Kept {
    static final int CAPACITY = 100;

    private static final Field<Bytes> MASTER_KEY = Field.of("masterKey", CborType.BYTES);
    private static final Field<Long> SIGN_COUNT = Field.of("signCount", CborType.LONG);
    private static final Field<List<Credential>> DISCOVERABLE =
            Field.of("discoverable", CborType.list(CredentialCbor.TYPE));

    /** The newest last. */
    private final List<Credential> discoverable = new ArrayList<>();

    private CredentialWrap wrap;
    private long signCount;

    CredentialStore(SecureRandom random) {
        reset(random);
    }

    /** Forgets everything: a new master key makes the ids that are out in the world worthless. */
    void reset(SecureRandom random) {
        wrap = new CredentialWrap(Bytes.random(random, 32));
        discoverable.clear();
        signCount = 0;
    }

    Bytes newId(SigningKey key, Traits traits, Bytes rpIdHash, SecureRandom random) {
        return wrap.wrap(key, traits, rpIdHash, random);
    }

    /** A secret of 32 bytes that belongs to this credential. */
    Bytes derive(String purpose, Bytes id) {
        return wrap.derive(purpose, id);
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
        return credential.account().map(account -> account.user().id());
    }

    /** The credential with this id, if it is of this authenticator and for this relying party. */
    Optional<Credential> find(Bytes id, Bytes rpIdHash) {
        Optional<Credential> stored =
                find(id).filter(credential -> credential.rpIdHash().equals(rpIdHash));
        return stored.isPresent() ? stored : wrap.unwrap(id, rpIdHash);
    }

    /** The discoverable credential with this id. */
    Optional<Credential> find(Bytes id) {
        return discoverable.stream()
                .filter(credential -> credential.id().equals(id))
                .findFirst();
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

    /** One discoverable credential of each relying party, in the order in which they came. */
    List<Credential> oneOfEachRelyingParty() {
        List<Credential> found = new ArrayList<>();
        for (Credential each : discoverable) {
            if (found.stream().noneMatch(other -> other.rpIdHash().equals(each.rpIdHash()))) {
                found.add(each);
            }
        }
        return found;
    }

    void remove(Credential credential) {
        discoverable.remove(credential);
    }

    void replace(Credential old, Credential by) {
        discoverable.set(discoverable.indexOf(old), by);
    }

    int count() {
        return discoverable.size();
    }

    int remaining() {
        return CAPACITY - discoverable.size();
    }

    /** 16 bytes that are others when a discoverable credential was made, changed or deleted. */
    Bytes contentId() {
        return CborType.list(CredentialCbor.TYPE).encode(discoverable).sha256().slice(0, 16);
    }

    long nextSignCount() {
        return ++signCount;
    }

    @Override
    public CborMap save() {
        return CborMap.builder()
                .put(MASTER_KEY, wrap.masterKey())
                .put(SIGN_COUNT, signCount)
                .put(DISCOVERABLE, discoverable)
                .build();
    }

    @Override
    public void restore(CborMap saved) {
        wrap = new CredentialWrap(saved.require(MASTER_KEY));
        signCount = saved.require(SIGN_COUNT);
        discoverable.clear();
        discoverable.addAll(saved.require(DISCOVERABLE));
    }
}
