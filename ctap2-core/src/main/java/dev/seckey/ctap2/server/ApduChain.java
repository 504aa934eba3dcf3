package dev.seckey.ctap2.server;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.transport.CommandApdu;
import java.util.Optional;

/** Puts commands together that come in pieces (ISO 7816-4 §5.3.3). */
final class ApduChain {
    /** Bytes in a message at most: as over USB. */
    private static final int LIMIT = 7609;

    private Bytes header = Bytes.EMPTY;
    private Bytes data = Bytes.EMPTY;

    /**
     * Takes a piece. One with another header than those before begins anew.
     *
     * @return the whole command, without the mark of a chain, once the last piece is there
     * @throws MalformedFault if the message becomes too long
     */
    Optional<CommandApdu> take(CommandApdu piece) {
        int cla = piece.cla() & ~CommandApdu.CHAIN;
        Bytes itsHeader = Bytes.ofInts(cla, piece.ins(), piece.p1(), piece.p2());
        Bytes whole = itsHeader.equals(header) ? data.plus(piece.data()) : piece.data();
        clear();
        if (whole.size() > LIMIT) {
            throw new MalformedFault(CtapStatus.INVALID_LENGTH, "the message is longer than " + LIMIT + " bytes");
        }
        if (cla == piece.cla()) {
            return Optional.of(new CommandApdu(
                    cla, piece.ins(), piece.p1(), piece.p2(), whole, piece.expected(), piece.extended()));
        }
        header = itsHeader;
        data = whole;
        return Optional.empty();
    }

    void clear() {
        header = Bytes.EMPTY;
        data = Bytes.EMPTY;
    }
}
