package dev.seckey.cli.ledger;

import dev.seckey.ctap2.bytes.Bytes;
import java.time.Instant;

/**
 * One row of the ledger, in its place.
 *
 * @param sequence 1, 2, 3 … in the chain of its bench
 * @param previous the hash of the bench's event before, 32 bytes; zeros for the first
 * @param hash SHA-256, 32 bytes: see {@link EventJson}
 * @param position among the events of all benches: more than that of every event that was there when this one was added.
 *     Clocks do not count, since those of two computers differ
 * @param time in milliseconds
 */
public record Event(
        String bench,
        long sequence,
        Bytes previous,
        Bytes hash,
        long position,
        Instant time,
        String operator,
        String machine,
        Entry entry) {
    /** What to call it by. */
    public String id() {
        return bench + "#" + sequence;
    }

    public Head head() {
        return new Head(bench, sequence, hash);
    }
}
