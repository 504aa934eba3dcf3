package dev.seckey.cli.ledger;

import dev.seckey.ctap2.bytes.Bytes;

/**
 * The end of a bench's chain at some moment. Kept outside the ledger, it proves later that nothing was cut off.
 *
 * @param sequence of the last event
 */
public record Head(String bench, long sequence, Bytes hash) {
    @Override
    public String toString() {
        return bench + "#" + sequence + " " + hash.hex();
    }
}
