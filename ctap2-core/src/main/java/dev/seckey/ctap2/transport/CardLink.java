package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import java.util.List;

/** Whole commands and whole answers over a pipe of APDUs: pieces, 61xx and the trace. */
public final class CardLink implements AutoCloseable {
    /** Bytes in a piece: what the most cautious readers and cards take. */
    private static final int PIECE = 240;

    /** Bytes in an answer at most: the largest that any CTAP message may have, with room to spare. */
    private static final int ANSWER_LIMIT = 65536;

    private final ApduPipe pipe;
    private final ApduLengths lengths;
    private final Trace trace;

    public CardLink(ApduPipe pipe, ApduLengths lengths, Trace trace) {
        this.pipe = pipe;
        this.lengths = lengths;
        this.trace = trace;
    }

    /** @param secret whether command and answer hold what no trace may show */
    public ResponseApdu exchange(CommandApdu command, boolean secret) {
        boolean whole = lengths == ApduLengths.EXTENDED && command.extended();
        List<Bytes> pieces = whole ? List.of(command.encodeExtended()) : command.encodeShort(PIECE);
        for (Bytes piece : pieces.subList(0, pieces.size() - 1)) {
            ResponseApdu answer = transmit(piece, secret);
            if (!answer.is(StatusWord.OK)) {
                return answer;
            }
        }
        return whole(transmit(pieces.get(pieces.size() - 1), secret), command.cla(), secret);
    }

    /** Fetches the rest, also after an extended command: some cards answer those in pieces. */
    private ResponseApdu whole(ResponseApdu first, int cla, boolean secret) {
        ResponseApdu last = first;
        Bytes data = first.data();
        while (last.is(StatusWord.MORE_DATA)) {
            last = transmit(Bytes.ofInts(cla, CommandApdu.GET_RESPONSE, 0, 0, last.status()), secret);
            if (last.data().isEmpty() && last.is(StatusWord.MORE_DATA) || data.size() > ANSWER_LIMIT) {
                throw new TransportFault(Reason.TRANSPORT_BROKEN, "the key's answer does not end");
            }
            data = data.plus(last.data());
        }
        return new ResponseApdu(data, last.status());
    }

    private ResponseApdu transmit(Bytes command, boolean secret) {
        show(Trace.Direction.TO_KEY, command, secret ? command.slice(0, Math.min(5, command.size())) : command);
        Bytes answer = Bytes.of(pipe.transmit(command.toArray()));
        ResponseApdu parsed = ResponseApdu.parse(answer);
        show(Trace.Direction.FROM_KEY, answer, secret ? answer.from(answer.size() - 2) : answer);
        return parsed;
    }

    private void show(Trace.Direction direction, Bytes whole, Bytes shown) {
        trace.moved(direction, shown, whole.size() - shown.size());
    }

    @Override
    public void close() {
        pipe.close();
    }
}
