package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.bytes.Bytes;
import java.util.ArrayList;
import java.util.List;

/** Keeps what the trace saw: direction, bytes, and how many were hidden. */
final class TraceLog implements Trace {
    final List<String> lines = new ArrayList<>();

    @Override
    public void moved(Direction direction, Bytes bytes, int hidden) {
        lines.add((direction == Direction.TO_KEY ? "> " : "< ") + bytes + " +" + hidden);
    }
}
