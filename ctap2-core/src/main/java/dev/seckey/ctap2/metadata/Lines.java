package dev.seckey.ctap2.metadata;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Octets seen as lines, each ended by a line feed and all but the first in order; none is read before it is asked for. */
final class Lines {
    private final byte[] octets;

    Lines(byte[] octets) {
        this.octets = octets;
    }

    byte[] first() {
        return line(0);
    }

    Stream<byte[]> all() {
        return Stream.iterate(0, start -> start < octets.length, start -> endOf(start) + 1)
                .map(this::line);
    }

    boolean endWith(byte[] ending) {
        int start = octets.length - ending.length;
        return start >= 0 && Arrays.equals(octets, start, octets.length, ending, 0, ending.length);
    }

    /** Halves the octets, not the lines: only the few lines it hits upon are looked at. */
    Optional<byte[]> startingWith(byte[] prefix) {
        int low = endOf(0) + 1;
        int high = octets.length;
        while (low < high) {
            int start = startOf((low + high) >>> 1);
            int end = Math.min(start + prefix.length, octets.length);
            int order = Arrays.compareUnsigned(octets, start, end, prefix, 0, prefix.length);
            if (order == 0) {
                return Optional.of(line(start));
            } else if (order < 0) {
                low = endOf(start) + 1;
            } else {
                high = start;
            }
        }
        return Optional.empty();
    }

    byte[] toByteArray() {
        return octets.clone();
    }

    private byte[] line(int start) {
        return Arrays.copyOfRange(octets, start, endOf(start));
    }

    private int startOf(int place) {
        int start = place;
        while (start > 0 && octets[start - 1] != '\n') {
            start--;
        }
        return start;
    }

    private int endOf(int start) {
        int end = start;
        while (end < octets.length && octets[end] != '\n') {
            end++;
        }
        return end;
    }
}
