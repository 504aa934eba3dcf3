package dev.seckey.transports.nfc;

import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.ApduPipe;
import java.time.Duration;
import java.util.concurrent.Callable;

/** APDUs to and from a card on a reader. Answers come as the card gave them: no GET RESPONSE is sent from here. */
public final class CardPipe implements ApduPipe {
    /** Longer than any key waits for a touch. */
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);
    private static final int STATUS_SIZE = 2;

    private final CardConnection connection;
    private final CardWorker worker;
    private final PcscFaults faults;
    private final Duration transmitLimit;

    private CardPipe(CardConnection connection, CardWorker worker, PcscFaults faults, Duration transmitLimit) {
        this.connection = connection;
        this.worker = worker;
        this.faults = faults;
        this.transmitLimit = transmitLimit;
    }

    /**
     * @param connectLimit how long another program's transaction is waited out
     * @param transmitLimit how long one APDU may take
     */
    static CardPipe open(CardConnection connection, PcscFaults faults, Duration connectLimit, Duration transmitLimit) {
        CardWorker worker = new CardWorker("card on " + faults.reader());
        Callable<Void> open = () -> {
            connection.open();
            return null;
        };
        boolean opened = false;
        try {
            worker.call(
                    open, faults::ofOpening, connectLimit, () -> faults.held().fault());
            opened = true;
        } finally {
            if (!opened) {
                worker.finish(closing(connection), CLOSE_LIMIT);
            }
        }
        return new CardPipe(connection, worker, faults, transmitLimit);
    }

    @Override
    public byte[] transmit(byte[] command) {
        byte[] answer = worker.call(
                () -> connection.transmit(command),
                faults::of,
                transmitLimit,
                () -> new TransportFault(
                        Reason.NO_ANSWER,
                        "the card on " + faults.reader() + " did not answer within " + transmitLimit.toSeconds()
                                + " s"));
        if (answer.length < STATUS_SIZE) {
            throw faults.removed();
        }
        return answer;
    }

    @Override
    public void close() {
        worker.finish(closing(connection), CLOSE_LIMIT);
    }

    private static Callable<?> closing(CardConnection connection) {
        return () -> {
            connection.close();
            return null;
        };
    }
}
