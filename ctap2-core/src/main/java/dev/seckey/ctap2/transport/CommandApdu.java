package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import java.util.ArrayList;
import java.util.List;

/**
 * A command to a card (ISO 7816-4 §5), which can be written with short lengths (one byte) or extended ones (two).
 *
 * @param expected most bytes that the answer may have: 0 for none, up to 65536
 * @param extended whether it came, or may be written, with extended lengths
 */
public record CommandApdu(int cla, int ins, int p1, int p2, Bytes data, int expected, boolean extended) {
    /** Set in the class of all but the last piece of a command that is sent in pieces. */
    public static final int CHAIN = 0x10;

    public static final int GET_RESPONSE = 0xC0;
    public static final int SELECT = 0xA4;

    private static final int SHORT_MOST = 256;
    private static final int EXTENDED_MOST = 65536;

    /** A command that takes an answer of any length. */
    public static CommandApdu of(int cla, int ins, int p1, int p2, Bytes data) {
        return new CommandApdu(cla, ins, p1, p2, data, EXTENDED_MOST, true);
    }

    /** @throws MalformedFault if the lengths do not fit together */
    public static CommandApdu parse(Bytes in) {
        int size = in.size();
        if (size == 4) {
            return parsed(in, Bytes.EMPTY, 0, false);
        }
        if (size == 5) {
            return parsed(in, Bytes.EMPTY, most(in.at(4), SHORT_MOST), false);
        }
        if (size > 5 && in.at(4) != 0) {
            int end = 5 + in.at(4);
            if (size == end || size == end + 1) {
                return parsed(in, in.slice(5, end), size == end ? 0 : most(in.at(end), SHORT_MOST), false);
            }
        }
        if (size == 7 && in.at(4) == 0) {
            return parsed(in, Bytes.EMPTY, most(in.uint16(5), EXTENDED_MOST), true);
        }
        if (size > 7 && in.at(4) == 0) {
            int end = 7 + in.uint16(5);
            if (size == end || size == end + 2) {
                return parsed(in, in.slice(7, end), size == end ? 0 : most(in.uint16(end), EXTENDED_MOST), true);
            }
        }
        throw new MalformedFault(CtapStatus.INVALID_LENGTH, "the lengths in the command APDU do not fit together");
    }

    private static int most(int length, int whenZero) {
        return length == 0 ? whenZero : length;
    }

    private static CommandApdu parsed(Bytes in, Bytes data, int expected, boolean extended) {
        return new CommandApdu(in.at(0), in.at(1), in.at(2), in.at(3), data, expected, extended);
    }

    /** With extended lengths. */
    public Bytes encodeExtended() {
        Bytes length = data.isEmpty() ? Bytes.ofInts(0) : Bytes.ofInts(0, data.size() >>> 8, data.size());
        return Bytes.concat(header(cla), length, data, Bytes.ofInts(expected >>> 8, expected));
    }

    /**
     * With short lengths: one APDU, or as many as it takes, of which only the last gets the answer.
     *
     * @param pieceSize bytes of data in one, at most 255
     */
    public List<Bytes> encodeShort(int pieceSize) {
        List<Bytes> pieces = new ArrayList<>();
        int done = 0;
        for (; data.size() - done > pieceSize; done += pieceSize) {
            pieces.add(Bytes.concat(header(cla | CHAIN), Bytes.ofInts(pieceSize), data.slice(done, done + pieceSize)));
        }
        Bytes rest = data.from(done);
        Bytes length = rest.isEmpty() ? Bytes.EMPTY : Bytes.ofInts(rest.size());
        Bytes most = Bytes.ofInts(expected >= SHORT_MOST ? 0 : expected);
        pieces.add(Bytes.concat(header(cla), length, rest, most));
        return pieces;
    }

    private Bytes header(int withClass) {
        return Bytes.ofInts(withClass, ins, p1, p2);
    }
}
