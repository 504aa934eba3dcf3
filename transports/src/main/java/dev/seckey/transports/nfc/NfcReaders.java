package dev.seckey.transports.nfc;

import dev.seckey.ctap2.fault.AccessFault;
import dev.seckey.transports.AccessAdvice;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Obstacle;
import dev.seckey.transports.Os;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import jnasmartcardio.Smartcardio.EstablishContextException;
import jnasmartcardio.Smartcardio.JnaCardTerminals;
import jnasmartcardio.Smartcardio.JnaTerminalFactorySpi;

/** Lists the smart card readers and opens the cards on them. */
public final class NfcReaders {
    private static final Duration LIST_LIMIT = Duration.ofSeconds(10);
    private static final Object NO_PARAMETER = null;

    private final Os os;
    private final AccessAdvice advice;
    private final Supplier<JnaCardTerminals> context;

    NfcReaders(Os os, Supplier<JnaCardTerminals> context) {
        this.os = os;
        this.advice = new AccessAdvice(os);
        this.context = context;
    }

    /** For the machine we run on. */
    public static NfcReaders system() {
        return new NfcReaders(Os.current(), NfcReaders::establish);
    }

    /** The binding's own classes, without a security provider around them. */
    private static JnaCardTerminals establish() {
        return (JnaCardTerminals) new JnaTerminalFactorySpi(NO_PARAMETER).engineTerminals();
    }

    /**
     * All readers, those included that have no card.
     *
     * @throws AccessFault if the smart card service does not run, refuses us, or its library is missing
     */
    public List<KeyRef> list() {
        PcscFaults faults = new PcscFaults(advice, "");
        CardWorker worker = new CardWorker("smart card readers");
        try {
            return worker.call(
                    this::readers,
                    faults::of,
                    LIST_LIMIT,
                    () -> advice.noSmartcardService().fault());
        } finally {
            worker.finish(() -> null, Duration.ZERO);
        }
    }

    private List<KeyRef> readers() throws CardException {
        JnaCardTerminals terminals;
        try {
            terminals = context.get();
        } catch (EstablishContextException e) {
            if (PcscFaults.number(e) == PcscFaults.NO_READERS_AVAILABLE) {
                return List.of();
            }
            throw e;
        }
        try {
            List<KeyRef> readers = new ArrayList<>();
            for (CardTerminal terminal : terminals.list()) {
                readers.add(KeyRef.reader(terminal.getName().strip(), obstacle(terminal)));
            }
            return readers;
        } finally {
            terminals.close();
        }
    }

    private Optional<Obstacle> obstacle(CardTerminal terminal) {
        String name = terminal.getName().strip();
        try {
            return terminal.isCardPresent() ? Optional.empty() : Optional.of(advice.readerEmpty(name));
        } catch (CardException e) {
            return Optional.of(advice.readerGone(name));
        }
    }

    /**
     * Connects to the card on a reader and keeps other programs from it until the pipe is closed (on Windows, only from
     * taking it for themselves: see {@link PcscConnection}). Closing does not reset the card, but the service may power it
     * down when nobody is left, and then a key forgets its PIN token: what belongs together wants one pipe.
     *
     * @param reader as in {@link KeyRef#path}
     * @param connectLimit how long another program's transaction is waited out
     * @param transmitLimit how long one APDU may take; usually {@link CardPipe#USUAL_LIMIT}
     * @throws AccessFault if another program holds the reader, or there is no such reader, no card on it, or no service
     */
    public CardPipe open(String reader, Duration connectLimit, Duration transmitLimit) {
        return CardPipe.open(
                new PcscConnection(context, reader, os != Os.WINDOWS),
                new PcscFaults(advice, reader),
                connectLimit,
                transmitLimit);
    }
}
