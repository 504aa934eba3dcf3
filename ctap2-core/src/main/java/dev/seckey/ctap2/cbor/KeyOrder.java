package dev.seckey.ctap2.cbor;

import dev.seckey.ctap2.bytes.Bytes;
import java.util.Comparator;

/** The order of encoded keys in a map (CTAP 2.3 §8): lower major type first, then the shorter key, then the lower bytes. */
final class KeyOrder {
    static final Comparator<Bytes> CTAP2 = KeyOrder::compare;

    private KeyOrder() {}

    private static int compare(Bytes one, Bytes other) {
        int types = Integer.compare(one.at(0) >> 5, other.at(0) >> 5);
        if (types != 0) {
            return types;
        }
        int lengths = Integer.compare(one.size(), other.size());
        return lengths != 0 ? lengths : one.compareTo(other);
    }
}
