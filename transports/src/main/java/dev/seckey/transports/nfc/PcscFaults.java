package dev.seckey.transports.nfc;

import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.transports.AccessAdvice;
import dev.seckey.transports.Obstacle;
import jnasmartcardio.Smartcardio.JnaCardNotPresentException;
import jnasmartcardio.Smartcardio.JnaPCSCException;

/** Sorts out what PC/SC and its Java binding throw. */
final class PcscFaults {
    static final int INVALID_HANDLE = 0x80100003;
    static final int UNKNOWN_READER = 0x80100009;
    static final int SHARING_VIOLATION = 0x8010000B;
    static final int NO_SMARTCARD = 0x8010000C;
    static final int PROTO_MISMATCH = 0x8010000F;
    static final int COMM_ERROR = 0x80100013;
    static final int NOT_TRANSACTED = 0x80100016;
    static final int READER_UNAVAILABLE = 0x80100017;
    static final int NO_SERVICE = 0x8010001D;
    static final int SERVICE_STOPPED = 0x8010001E;
    static final int NO_ACCESS = 0x80100027;
    static final int NO_READERS_AVAILABLE = 0x8010002E;
    static final int UNRESPONSIVE_CARD = 0x80100066;
    static final int UNPOWERED_CARD = 0x80100067;
    static final int RESET_CARD = 0x80100068;
    static final int REMOVED_CARD = 0x80100069;
    static final int SECURITY_VIOLATION = 0x8010006A;

    private static final int NO_NUMBER = 0;

    private final AccessAdvice advice;
    private final String reader;

    /** @param reader the reader that the calls are about; empty when it is about none yet */
    PcscFaults(AccessAdvice advice, String reader) {
        this.advice = advice;
        this.reader = reader;
    }

    String reader() {
        return reader;
    }

    /** What went wrong with a card that was not connected yet: then it was not there, rather than taken away. */
    Fault ofOpening(Throwable thrown) {
        int number = number(thrown);
        return number == NO_SMARTCARD || number == REMOVED_CARD
                ? advice.readerEmpty(reader).fault(thrown)
                : of(thrown);
    }

    Fault of(Throwable thrown) {
        if (thrown instanceof Fault fault) {
            return fault;
        }
        if (thrown instanceof LinkageError) {
            return advice.smartcardLibrary(thrown).fault(thrown);
        }
        // the binding's way to say that the answer was shorter than a status: the card is gone
        if (thrown instanceof IllegalArgumentException) {
            return removed(thrown);
        }
        return ofNumber(number(thrown), thrown);
    }

    /** The PC/SC error number, wherever the binding has put it; 0 if there is none. */
    static int number(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (at instanceof JnaPCSCException pcsc && (int) pcsc.code != NO_NUMBER) {
                return (int) pcsc.code;
            }
            if (at instanceof JnaCardNotPresentException absent) {
                return (int) absent.code;
            }
        }
        return NO_NUMBER;
    }

    private Fault ofNumber(int number, Throwable cause) {
        return switch (number) {
            case NO_SERVICE, SERVICE_STOPPED -> advice.noSmartcardService().fault(cause);
            case SHARING_VIOLATION -> held().fault(cause);
            case NO_ACCESS, SECURITY_VIOLATION -> advice.smartcardDenied().fault(cause);
            case UNKNOWN_READER, NO_READERS_AVAILABLE ->
                advice.readerGone(reader).fault(cause);
            case READER_UNAVAILABLE, NO_SMARTCARD, NOT_TRANSACTED, REMOVED_CARD, UNPOWERED_CARD -> removed(cause);
            case UNRESPONSIVE_CARD, PROTO_MISMATCH ->
                new TransportFault(
                        Reason.TRANSPORT_BROKEN,
                        "the card on " + reader + " cannot be understood: lay it down again, the right way round",
                        cause);
            case RESET_CARD ->
                new TransportFault(Reason.KEY_BUSY, "another program reset the card on " + reader, cause);
            case INVALID_HANDLE ->
                new TransportFault(
                        Reason.TRANSPORT_BROKEN, "the connection to the card on " + reader + " is closed", cause);
            case COMM_ERROR ->
                new TransportFault(Reason.TRANSPORT_BROKEN, "the connection to the smart card service broke", cause);
            default ->
                new TransportFault(
                        Reason.TRANSPORT_BROKEN,
                        number == NO_NUMBER
                                ? "the card reader failed: " + cause
                                : String.format("the card reader failed with PC/SC error 0x%08X", number),
                        cause);
        };
    }

    Obstacle held() {
        return advice.readerHeld(reader);
    }

    TransportFault removed() {
        return new TransportFault(Reason.KEY_REMOVED, "the card left reader " + reader);
    }

    private TransportFault removed(Throwable cause) {
        return new TransportFault(Reason.KEY_REMOVED, "the card left reader " + reader, cause);
    }
}
