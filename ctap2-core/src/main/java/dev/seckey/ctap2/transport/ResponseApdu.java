package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;

/**
 * A card's answer: data, if any, and the status word.
 *
 * @param status 0 to FFFF, known to {@link StatusWord} or not
 */
public record ResponseApdu(Bytes data, int status) {
    public static ResponseApdu ok(Bytes data) {
        return new ResponseApdu(data, StatusWord.OK.number());
    }

    public static ResponseApdu of(StatusWord word) {
        return new ResponseApdu(Bytes.EMPTY, word.number());
    }

    /** @throws TransportFault if there is not even a status word */
    public static ResponseApdu parse(Bytes octets) {
        if (octets.size() < 2) {
            throw new TransportFault(Reason.TRANSPORT_BROKEN, "the key's answer has no status word");
        }
        int end = octets.size() - 2;
        return new ResponseApdu(octets.slice(0, end), octets.uint16(end));
    }

    public StatusWord word() {
        return StatusWord.of(status);
    }

    public boolean is(StatusWord word) {
        return word() == word;
    }

    public Bytes encode() {
        return data.plus(Bytes.ofInts(status >>> 8, status));
    }

    /** The data of an answer that must be a success. */
    public Bytes require() {
        if (!is(StatusWord.OK)) {
            throw fault();
        }
        return data;
    }

    /** What to throw when this answer is not one that can be gone on with. */
    public TransportFault fault() {
        return new TransportFault(word().reason(), String.format("%s (status word %04X)", word().meaning(), status));
    }
}
