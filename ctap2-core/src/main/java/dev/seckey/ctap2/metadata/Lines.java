package dev.seckey.ctap2.metadata;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Octets seen as lines, each ended by a line feed; nothing is decoded before it is asked for. */
final class Lines {
    private final byte[] octets;

    Lines(byte[] octets) {
        this.octets = octets;
    }

    /** How many lines are ended; a last line without its line feed is cut off and does not count. */
    int count() {
        int count = 0;
        for (byte octet : octets) {
            if (octet == '\n') {
                count++;
            }
        }
        return count;
    }

    byte[] first() {
        return line(0);
    }

    Stream<byte[]> all() {
        return Stream.iterate(0, start -> start < octets.length, start -> endOf(start) + 1)
                .map(this::line);
    }

    Optional<byte[]> startingWith(byte[] prefix) {
        for (int start = 0; start < octets.length; start = endOf(start) + 1) {
            int end = start + prefix.length;
            if (end <= octets.length && Arrays.equals(octets, start, end, prefix, 0, prefix.length)) {
                return Optional.of(line(start));
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

    private int endOf(int start) {
        int end = start;
        while (end < octets.length && octets[end] != '\n') {
            end++;
        }
        return end;
    }
}
