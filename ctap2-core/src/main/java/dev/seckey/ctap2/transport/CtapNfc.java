package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import java.nio.charset.StandardCharsets;

/** CTAP over ISO 7816, the client's side (CTAP 2.3 §11.3): a key on a reader. */
public final class CtapNfc implements CtapDevice {
    /** The FIDO applet. */
    public static final Bytes AID = Bytes.fromHex("A0000006472F0001");

    public static final int CTAP_CLASS = 0x80;

    /** NFCCTAP_MSG: a CTAP2 message. */
    public static final int MSG = 0x10;

    /** P1 of {@link #MSG}: the client understands 9100. */
    public static final int KEEPALIVES = 0x80;

    /** NFCCTAP_GETRESPONSE: is it done? */
    public static final int GET_RESPONSE = 0x11;

    /** P1 of {@link #GET_RESPONSE}: end it. */
    public static final int CANCEL = 0x11;

    /** NFCCTAP_CONTROL, with P1 01: the client is finished with the card. */
    public static final int CONTROL = 0x12;

    private static final int GET_INFO = 0x04;

    /** A key that only computes is soon done; one that waits for a hand is not. Doubled from the one to the other. */
    private static final long FIRST_PAUSE_MILLIS = 2;

    private static final long LONGEST_PAUSE_MILLIS = 100;

    private final CardLink link;
    private final Sleeper sleeper;
    private String version = "";

    private CtapNfc(CardLink link, Sleeper sleeper) {
        this.link = link;
        this.sleeper = sleeper;
    }

    /** Selects the FIDO applet. The pipe is closed with the device, or at once if this fails. */
    public static CtapNfc open(ApduPipe pipe, ApduLengths lengths, Trace trace, Sleeper sleeper) {
        CtapNfc device = new CtapNfc(new CardLink(pipe, lengths, trace), sleeper);
        try {
            device.select();
        } catch (RuntimeException e) {
            pipe.close();
            throw e;
        }
        return device;
    }

    private void select() {
        // short always: whether extended lengths work is not known before
        ResponseApdu answer =
                link.exchange(new CommandApdu(0x00, CommandApdu.SELECT, 0x04, 0x00, AID, 256, false), false);
        if (answer.is(StatusWord.NOT_FOUND)) {
            throw new TransportFault(Reason.UNSUPPORTED, "no FIDO on this card (status word 6A82)");
        }
        version = new String(answer.require().toArray(), StandardCharsets.UTF_8);
    }

    /** What the applet said when it was selected: "U2F_V2" where it speaks U2F (with FIDO2 or not), else "FIDO_2_0". */
    public String version() {
        return version;
    }

    @Override
    public Bytes cbor(Bytes request, Exchange exchange) {
        ResponseApdu answer = converse(request, exchange);
        if (answer.is(StatusWord.INS_NOT_SUPPORTED) && request.equals(Bytes.ofInts(GET_INFO))) {
            // the card has lost its selection; only a question without consequences may be asked again
            select();
            answer = converse(request, exchange);
        }
        Bytes data = answer.require();
        if (data.isEmpty()) {
            throw new TransportFault(Reason.TRANSPORT_BROKEN, "the key's answer is empty");
        }
        return data;
    }

    /** Asks, and polls while the card says 9100. */
    private ResponseApdu converse(Bytes request, Exchange exchange) {
        Patience patience = new Patience(exchange);
        patience.requireLeft();
        ResponseApdu answer = link.exchange(CommandApdu.of(CTAP_CLASS, MSG, KEEPALIVES, 0, request), exchange.secret());
        for (long pause = FIRST_PAUSE_MILLIS;
                answer.is(StatusWord.IN_PROGRESS);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            patience.heard(
                    answer.data().isEmpty()
                            ? Keepalive.PROCESSING
                            : Keepalive.of(answer.data().at(0)));
            answer = next(patience, pause, exchange.secret());
        }
        return answer;
    }

    private ResponseApdu next(Patience patience, long pause, boolean secret) {
        if (patience.isNewlyCancelled()) {
            return poll(CANCEL, secret);
        }
        if (patience.isOver()) {
            return lastWord(patience, secret);
        }
        sleeper.sleep(Math.min(pause, patience.end().remainingMillis()));
        return poll(0, secret);
    }

    /** Tells the key to stop, or it would go on waiting for a touch that nobody wants any more. */
    private ResponseApdu lastWord(Patience patience, boolean secret) {
        if (!patience.isCancelled()) {
            ResponseApdu last = poll(CANCEL, secret);
            if (isSuccess(last)) {
                return last;
            }
        }
        throw patience.fault();
    }

    private ResponseApdu poll(int p1, boolean secret) {
        return link.exchange(CommandApdu.of(CTAP_CLASS, GET_RESPONSE, p1, 0, Bytes.EMPTY), secret);
    }

    /** Whether it was done just before the cancel. */
    private static boolean isSuccess(ResponseApdu answer) {
        return answer.is(StatusWord.OK)
                && !answer.data().isEmpty()
                && answer.data().at(0) == CtapStatus.OK.number();
    }

    @Override
    public Bytes u2f(Bytes apdu, Exchange exchange) {
        return link.exchange(CommandApdu.parse(apdu), exchange.secret()).encode();
    }

    /** Sends any command; one that selects something else leaves the FIDO applet. */
    public ResponseApdu apdu(CommandApdu command) {
        return link.exchange(command, false);
    }

    @Override
    public Transport transport() {
        return Transport.NFC;
    }

    @Override
    public void close() {
        link.close();
    }
}
