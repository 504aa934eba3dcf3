package dev.seckey.ctap2.session;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.fault.MalformedFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The large-blob array of a key (CTAP 2.3 §6.10): a CBOR array of encrypted blobs and the first 16 bytes of its SHA-256.
 * Blobs of owners whose key we do not have are kept as they are.
 *
 * @param elements each a map with ciphertext, nonce and original size, or whatever else stands there
 * @param damaged whether the hash at the end was wrong, which the specification reads as empty
 */
public record LargeBlobArray(List<CborMap> elements, boolean damaged) {
    private static final int TRAILER = 16;
    private static final CborType<List<CborMap>> ELEMENTS = CborType.list(CborType.MAP);

    /** What a key without blobs holds: 17 bytes. */
    public static final LargeBlobArray EMPTY = new LargeBlobArray(List.of(), false);

    public LargeBlobArray {
        elements = List.copyOf(elements);
    }

    /** @param serialized array and trailer */
    static LargeBlobArray parse(Bytes serialized) {
        if (serialized.size() <= TRAILER) {
            return new LargeBlobArray(List.of(), true);
        }
        Bytes array = serialized.slice(0, serialized.size() - TRAILER);
        if (!trailer(array).equals(serialized.from(array.size()))) {
            return new LargeBlobArray(List.of(), true);
        }
        try {
            Optional<List<CborMap>> elements =
                    Cbor.decode(array.toArray()).value().as(ELEMENTS);
            return new LargeBlobArray(elements.orElse(List.of()), elements.isEmpty());
        } catch (MalformedFault e) {
            return new LargeBlobArray(List.of(), true);
        }
    }

    /** Array and trailer. */
    Bytes serialize() {
        Bytes array = ELEMENTS.encode(elements);
        return array.plus(trailer(array));
    }

    /** Bytes of array and trailer as they stand, or would stand, on the key. */
    public int serializedSize() {
        return serialize().size();
    }

    /** How many blobs none of these keys opens: of credentials that are gone, or of another kind. */
    public int unowned(Collection<Bytes> largeBlobKeys) {
        return elements.size() - ownedBy(largeBlobKeys).elements.size();
    }

    LargeBlobArray ownedBy(Collection<Bytes> largeBlobKeys) {
        return new LargeBlobArray(
                elements.stream()
                        .filter(element -> largeBlobKeys.stream()
                                .anyMatch(key -> LargeBlob.open(element, key).isPresent()))
                        .toList(),
                false);
    }

    private static Bytes trailer(Bytes array) {
        return array.sha256().slice(0, TRAILER);
    }

    /** The place of the blob that this key opens, if there is one. */
    Optional<Integer> indexOf(Bytes largeBlobKey) {
        for (int i = 0; i < elements.size(); i++) {
            if (LargeBlob.open(elements.get(i), largeBlobKey).isPresent()) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** The content of the blob that this key opens, if there is one. */
    public Optional<Bytes> get(Bytes largeBlobKey) {
        return elements.stream()
                .flatMap(element -> LargeBlob.open(element, largeBlobKey).stream())
                .findFirst();
    }

    LargeBlobArray with(CborMap element, Bytes largeBlobKey) {
        List<CborMap> changed = new ArrayList<>(without(largeBlobKey).elements);
        changed.add(element);
        return new LargeBlobArray(changed, false);
    }

    LargeBlobArray without(Bytes largeBlobKey) {
        List<CborMap> changed = elements.stream()
                .filter(element -> LargeBlob.open(element, largeBlobKey).isEmpty())
                .toList();
        return new LargeBlobArray(changed, false);
    }
}
