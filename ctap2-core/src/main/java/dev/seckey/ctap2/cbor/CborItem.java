package dev.seckey.ctap2.cbor;

import com.upokecenter.cbor.CBORObject;
import dev.seckey.ctap2.bytes.Bytes;
import java.util.Optional;

/** Any CBOR item, kept as it came: members that this library does not know, and answers to raw commands. */
public final class CborItem {
    private final CBORObject node;

    CborItem(CBORObject node) {
        this.node = node;
    }

    CBORObject node() {
        return node;
    }

    public static CborItem of(CborMap map) {
        return new CborItem(map.node());
    }

    /** The item as a value of this type, if it is one. */
    public <T> Optional<T> as(CborType<T> type) {
        return type.fits(node) ? Optional.of(type.read(node, "the item")) : Optional.empty();
    }

    public Bytes encode() {
        return Canonical.encode(node);
    }

    /** Diagnostic notation (RFC 8949 §8). */
    @Override
    public String toString() {
        return node.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CborItem && node.equals(((CborItem) other).node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }
}
