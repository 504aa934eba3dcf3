package dev.seckey.ctap2.server;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.transport.CommandApdu;
import dev.seckey.ctap2.transport.CtapNfc;
import dev.seckey.ctap2.transport.ResponseApdu;
import dev.seckey.ctap2.transport.StatusWord;
import java.util.Optional;

/**
 * A contactless card with the FIDO applet, the key's side of CTAP 2.3 §11.3. Takes short APDUs, in pieces or not, and
 * extended ones, and answers in kind. {@link #transmit} is for one thread; power may be taken away from any.
 */
public final class ApduServer implements AutoCloseable {
    /** What the card says when it gets power: contactless (TD1 80, TD2 01) and "seckey". */
    public static final Bytes ATR = Bytes.fromHex("3B868001 7365636B6579 05");

    private static final int SHORT_MOST = 256;

    private final Worker worker = new Worker("card-authenticator");
    private final FidoApplet applet;
    private final ApduChain chain = new ApduChain();

    /** What GET RESPONSE will fetch. */
    private Bytes rest = Bytes.EMPTY;

    private boolean powered = true;
    private boolean closed;

    public ApduServer(RequestHandler handler) {
        this.applet = new FidoApplet(handler, worker);
    }

    /**
     * @param octets a command APDU, or whatever a client takes for one
     * @return the answer and its status word
     */
    public synchronized byte[] transmit(byte[] octets) {
        ResponseApdu answer;
        try {
            answer = closed ? ResponseApdu.of(StatusWord.OTHER) : answer(CommandApdu.parse(Bytes.of(octets)));
        } catch (MalformedFault e) {
            answer = ResponseApdu.of(StatusWord.WRONG_LENGTH);
        }
        return answer.encode().toArray();
    }

    private ResponseApdu answer(CommandApdu command) {
        int cla = command.cla() & ~CommandApdu.CHAIN;
        if (cla != FidoApplet.ISO_CLASS && cla != CtapNfc.CTAP_CLASS) {
            return ResponseApdu.of(StatusWord.CLA_NOT_SUPPORTED);
        }
        if (command.ins() == CommandApdu.GET_RESPONSE) {
            return nextPiece(command);
        }
        rest = Bytes.EMPTY;
        Optional<CommandApdu> whole = chain.take(command);
        if (whole.isEmpty()) {
            return ResponseApdu.of(StatusWord.OK);
        }
        ResponseApdu answer = applet.answer(whole.get());
        if (!answer.is(StatusWord.OK) || command.extended()) {
            return answer;
        }
        rest = answer.data();
        return nextPiece(command);
    }

    /** As much of the answer as a short APDU may have, and how much is left. */
    private ResponseApdu nextPiece(CommandApdu command) {
        // clients that forget to say how much they expect are given what there is
        int most = command.expected() == 0 ? SHORT_MOST : Math.min(SHORT_MOST, command.expected());
        Bytes piece = rest.slice(0, Math.min(most, rest.size()));
        rest = rest.from(piece.size());
        int left = rest.size() > 0xFF ? 0 : rest.size();
        int status = rest.isEmpty() ? StatusWord.OK.number() : StatusWord.MORE_DATA.number() | left;
        return new ResponseApdu(piece, status);
    }

    /** Takes the power away: the card forgets its selection and what it was doing. */
    public void powerOff() {
        applet.cancel();
        synchronized (this) {
            powered = false;
            forget();
        }
    }

    /** Gives power; nothing happens to a card that has it. */
    public synchronized void powerOn() {
        if (!powered) {
            powered = true;
            forget();
            applet.powerCycle();
        }
    }

    private void forget() {
        applet.deselect();
        chain.clear();
        rest = Bytes.EMPTY;
    }

    /** Ends what is running and stops the thread. */
    @Override
    public void close() {
        applet.cancel();
        synchronized (this) {
            closed = true;
        }
        worker.close();
    }
}
