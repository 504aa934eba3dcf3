package dev.seckey.ctap2.cbor;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Walks the heads of one CBOR item without building anything: hostile input is refused here, in time and memory
 * proportional to its own length, and deviations from the canonical form are noted.
 */
final class Shape {
    /** CTAP allows four levels (CTAP 2.3 §8); what goes deeper than this is an attack, not a mistake. */
    private static final int DEEPEST = 8;

    private static final int CANONICAL_DEPTH = 4;

    private final byte[] in;
    private final Set<String> deviations = new LinkedHashSet<>();
    private int at;

    private Shape(byte[] in, int from) {
        this.in = in;
        this.at = from;
    }

    record Walked(int end, List<String> deviations) {}

    /**
     * @param from where the item starts
     * @return where it ends, and what is not canonical in it
     * @throws MalformedFault if it is no well-formed item of the kinds that CTAP uses
     */
    static Walked walk(byte[] in, int from) {
        Shape shape = new Shape(in, from);
        shape.item(0);
        return new Walked(shape.at, List.copyOf(shape.deviations));
    }

    private void item(int depth) {
        int head = octet();
        int major = head >> 5;
        if (major == 7) {
            simple(head & 0x1f);
            return;
        }
        if (major == 6) {
            throw bad("a tag");
        }
        long argument = argument(head & 0x1f);
        switch (major) {
            case 2 -> skip(argument);
            case 3 -> text(argument);
            case 4 -> {
                nested(depth);
                for (long i = count(argument, 1); i > 0; i--) {
                    item(depth + 1);
                }
            }
            case 5 -> {
                nested(depth);
                map(count(argument, 2), depth);
            }
            default -> {}
        }
    }

    private void nested(int depth) {
        if (depth + 1 > DEEPEST) {
            throw bad("nested deeper than " + DEEPEST + " levels");
        }
        if (depth + 1 > CANONICAL_DEPTH) {
            deviations.add("nested deeper than four levels");
        }
    }

    private void map(long pairs, int depth) {
        Set<Bytes> seen = new HashSet<>();
        Bytes before = Bytes.EMPTY;
        for (long i = 0; i < pairs; i++) {
            int start = at;
            int major = (start < in.length ? in[start] & 0xff : 0) >> 5;
            if (major > 1 && major != 3) {
                throw bad("a map key that is neither a number nor a text");
            }
            item(depth + 1);
            Bytes key = Bytes.of(in, start, at - start);
            if (!seen.add(key)) {
                throw bad("a key that stands twice in one map");
            }
            if (i > 0 && KeyOrder.CTAP2.compare(before, key) > 0) {
                deviations.add("map keys out of order");
            }
            before = key;
            item(depth + 1);
        }
    }

    private void simple(int info) {
        switch (info) {
            case 20, 21, 22 -> {}
            case 25, 26, 27 -> {
                skip(1L << info - 24);
                deviations.add("a floating-point number");
            }
            default -> throw bad("a simple value that CTAP does not use");
        }
    }

    private long argument(int info) {
        if (info < 24) {
            return info;
        }
        if (info > 27) {
            throw bad(info == 31 ? "an item of indefinite length" : "a reserved length");
        }
        int width = 1 << info - 24;
        long value = 0;
        for (int i = 0; i < width; i++) {
            value = value << 8 | octet();
        }
        long leastForWidth = width == 1 ? 24 : 1L << 4 * width;
        if (Long.compareUnsigned(value, leastForWidth) < 0) {
            deviations.add("a number longer than needed");
        }
        return value;
    }

    private long count(long items, int leastBytesEach) {
        if (items < 0 || items > (in.length - at) / leastBytesEach) {
            throw bad("more elements promised than bytes are there");
        }
        return items;
    }

    private void text(long length) {
        int start = at;
        skip(length);
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in, start, at - start));
        } catch (CharacterCodingException e) {
            throw bad("a text that is not UTF-8");
        }
    }

    private void skip(long length) {
        if (length < 0 || length > in.length - at) {
            throw bad("it ends too early");
        }
        at += (int) length;
    }

    private int octet() {
        if (at >= in.length) {
            throw bad("it ends too early");
        }
        return in[at++] & 0xff;
    }

    private MalformedFault bad(String what) {
        return new MalformedFault(CtapStatus.INVALID_CBOR, "not valid CBOR: " + what + " (at byte " + at + ")");
    }
}
