package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.bytes.Bytes;

/** Sees every packet and APDU, for {@code --trace}. The framing cuts secrets out before it calls. */
@FunctionalInterface
public interface Trace {
    Trace NONE = (direction, bytes, hidden) -> {};

    enum Direction {
        TO_KEY,
        FROM_KEY
    }

    /**
     * @param bytes what may be shown: all, or only the header
     * @param hidden how many bytes after them are kept back, because they belong to a message with secrets
     */
    void moved(Direction direction, Bytes bytes, int hidden);
}
