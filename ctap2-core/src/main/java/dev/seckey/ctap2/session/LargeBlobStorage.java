package dev.seckey.ctap2.session;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.LargeBlobs;
import dev.seckey.ctap2.fault.ReadBackFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Reads and writes the large-blob array of a key (CTAP 2.3 §6.10.2), in fragments. The array is read again just before it
 * is written, so that what others put there meanwhile is kept, and read back after.
 */
public final class LargeBlobStorage {
    private static final int OVERHEAD = 64;

    /** What every key with large blobs has (§6.10). */
    private static final int LEAST_CAPACITY = 1024;

    private final Ctap2 session;
    private final SecureRandom random;

    /** @throws TransportFault if the key keeps no large blobs */
    public LargeBlobStorage(Ctap2 session, SecureRandom random) {
        if (!session.info().has(Option.LARGE_BLOBS)) {
            throw new TransportFault(Reason.UNSUPPORTED, "this key keeps no large blobs");
        }
        this.session = session;
        this.random = random;
    }

    /** Bytes that the array may have, its hash included. */
    public int capacity() {
        return session.info().members().get(AuthenticatorInfo.MAX_SERIALIZED_LARGE_BLOB_ARRAY, LEAST_CAPACITY);
    }

    public LargeBlobArray read() {
        int fragment = fragmentSize();
        Bytes serialized = Bytes.EMPTY;
        Bytes piece;
        do {
            piece = session.send(LargeBlobs.read(serialized.size(), fragment)).config();
            serialized = serialized.plus(piece);
        } while (piece.size() == fragment);
        return LargeBlobArray.parse(serialized);
    }

    /**
     * Puts a blob in, in place of the one that the same key opens.
     *
     * @param token with the permission largeBlobWrite
     * @param overwriteDamaged whether an array whose hash is wrong may be replaced
     */
    public void put(PinUvAuthToken token, Bytes content, Bytes largeBlobKey, boolean overwriteDamaged) {
        put(command -> authenticated(token, command), content, largeBlobKey, overwriteDamaged);
    }

    /** The same on a key that is not protected by user verification, which wants no token (CTAP 2.3 §6.10.2). */
    public void putUnprotected(Bytes content, Bytes largeBlobKey) {
        put(command -> command, content, largeBlobKey, false);
    }

    private static LargeBlobs authenticated(PinUvAuthToken token, LargeBlobs command) {
        return command.with(token.authenticate(command.authenticated()));
    }

    private void put(UnaryOperator<LargeBlobs> proof, Bytes content, Bytes largeBlobKey, boolean overwriteDamaged) {
        CborMap sealed = LargeBlob.seal(content, largeBlobKey, random);
        write(proof, readForWriting(overwriteDamaged).with(sealed, largeBlobKey));
        if (!read().get(largeBlobKey).equals(Optional.of(content))) {
            throw new ReadBackFault("the blob does not hold what was written");
        }
    }

    /** @return whether there was one */
    public boolean delete(PinUvAuthToken token, Bytes largeBlobKey, boolean overwriteDamaged) {
        LargeBlobArray before = readForWriting(overwriteDamaged);
        if (before.get(largeBlobKey).isEmpty()) {
            return false;
        }
        write(command -> authenticated(token, command), before.without(largeBlobKey));
        if (read().get(largeBlobKey).isPresent()) {
            throw new ReadBackFault("the blob is still there");
        }
        return true;
    }

    /**
     * Drops the blobs that none of these keys opens.
     *
     * @param largeBlobKeys of every credential on the key that has one
     * @return how many went
     */
    public int collectGarbage(PinUvAuthToken token, Collection<Bytes> largeBlobKeys) {
        LargeBlobArray before = readForWriting(false);
        LargeBlobArray owned = before.ownedBy(largeBlobKeys);
        int dropped = before.elements().size() - owned.elements().size();
        if (dropped > 0) {
            write(command -> authenticated(token, command), owned);
            if (!read().equals(owned)) {
                throw new ReadBackFault("the key does not hold the blobs that were to be kept, and no others");
            }
        }
        return dropped;
    }

    private LargeBlobArray readForWriting(boolean overwriteDamaged) {
        LargeBlobArray array = read();
        if (array.damaged() && !overwriteDamaged) {
            throw new TransportFault(
                    Reason.KEY_REFUSED,
                    "the large-blob array on the key is damaged (its hash is wrong)",
                    "to give up what may be in it, repeat with --overwrite-damaged");
        }
        return array;
    }

    private void write(UnaryOperator<LargeBlobs> proof, LargeBlobArray array) {
        Bytes serialized = array.serialize();
        int room = capacity();
        if (serialized.size() > room) {
            throw new TransportFault(
                    Reason.KEY_REFUSED,
                    "there is no room: the array would have " + serialized.size() + " bytes, and the key takes " + room,
                    "delete a blob, or those that no credential owns any more");
        }
        int fragment = fragmentSize();
        for (int at = 0; at < serialized.size(); at += fragment) {
            Bytes piece = serialized.slice(at, Math.min(at + fragment, serialized.size()));
            LargeBlobs command =
                    LargeBlobs.write(at, piece, at == 0 ? Optional.of(serialized.size()) : Optional.empty());
            session.send(proof.apply(command));
        }
    }

    private int fragmentSize() {
        return session.info().maxMsgSize() - OVERHEAD;
    }
}
