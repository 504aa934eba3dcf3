package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;

/** The serialized large-blob array (CTAP 2.3 §6.10): a CBOR array and 16 bytes of its hash. */
final class LargeBlobStore implements Kept {
    /** Bytes that there is room for. */
    static final int CAPACITY = 4096;

    private static final int TRAILER = 16;
    private static final Field<Bytes> ARRAY = Field.of("array", CborType.BYTES);

    private Bytes array = Bytes.EMPTY;

    LargeBlobStore() {
        reset();
    }

    /** The initial array, which is empty. */
    void reset() {
        Bytes empty = Bytes.ofInts(0x80);
        array = empty.plus(empty.sha256().slice(0, TRAILER));
    }

    Bytes array() {
        return array;
    }

    /** @return false, and nothing changed, if the hash at its end is not that of the array */
    boolean replace(Bytes by) {
        Bytes content = by.slice(0, by.size() - TRAILER);
        if (!content.sha256().slice(0, TRAILER).equals(by.from(content.size()))) {
            return false;
        }
        array = by;
        return true;
    }

    @Override
    public CborMap save() {
        return CborMap.builder().put(ARRAY, array).build();
    }

    @Override
    public void restore(CborMap saved) {
        array = saved.require(ARRAY);
    }
}
