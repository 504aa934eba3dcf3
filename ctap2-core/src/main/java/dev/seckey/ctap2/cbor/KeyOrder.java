package dev.seckey.ctap2.cbor;

import dev.seckey.ctap2.bytes.Bytes;
import java.util.Comparator;

/** The order of encoded keys in a map (CTAP 2.3 §8): lower major type first, then the shorter key, then the lower bytes. */
final class KeyOrder {
    static final Comparator<Bytes> CTAP2 = Comparator.<Bytes>comparingInt(key -> key.at(0) >> 5)
            .thenComparingInt(Bytes::size)
            .thenComparing(key -> key);

    private KeyOrder() {}
}
