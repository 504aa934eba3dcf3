package dev.seckey.transports.nfc;

import dev.seckey.ctap2.fault.AccessFault;
import dev.seckey.transports.AccessAdvice;
import dev.seckey.transports.KeyRef;
import dev.seckey.transports.Os;
import java.io.IOException;
import java.nio.file.Path;
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
    private final Optional<Path> socket;
    private final Optional<PcscliteListing> service;

    /** @param socket where the service can be spoken to without the library; empty: nowhere */
    NfcReaders(Os os, Supplier<JnaCardTerminals> context, Optional<Path> socket) {
        this.os = os;
        this.advice = new AccessAdvice(os);
        this.context = context;
        this.socket = socket;
        this.service = socket.map(PcscliteListing::new);
    }

    /** For the machine we run on. */
    public static NfcReaders system() {
        Os os = Os.current();
        return new NfcReaders(os, NfcReaders::establish, os == Os.LINUX ? Optional.of(socket()) : Optional.empty());
    }

    /** As where the service's socket cannot be spoken to. */
    public static NfcReaders byLibrary() {
        return new NfcReaders(Os.current(), NfcReaders::establish, Optional.empty());
    }

    /** Where the service's own library looks for it too. */
    private static Path socket() {
        return Optional.ofNullable(System.getenv("PCSCLITE_CSOCK_NAME"))
                .map(Path::of)
                .orElse(PcscliteSocket.USUAL_PLACE);
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
        if (service.isPresent() && !service.get().isThere()) {
            throw advice.noSmartcardService().fault();
        }
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
        Optional<List<PcscliteListing.Reader>> listed = Optional.empty();
        if (service.isPresent()) {
            try {
                listed = service.get().readers();
            } catch (IOException e) {
                throw advice.noSmartcardService().fault(e);
            }
        }
        return listed.isPresent()
                ? listed.get().stream()
                        .map(reader -> reader(reader.name(), reader.card()))
                        .toList()
                : readersByTheLibrary();
    }

    private List<KeyRef> readersByTheLibrary() throws CardException {
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
                readers.add(reader(terminal));
            }
            return readers;
        } finally {
            terminals.close();
        }
    }

    private KeyRef reader(CardTerminal terminal) {
        String name = terminal.getName().strip();
        try {
            return reader(name, terminal.isCardPresent());
        } catch (CardException e) {
            return KeyRef.reader(name, Optional.of(advice.readerGone(name)));
        }
    }

    private KeyRef reader(String name, boolean card) {
        return KeyRef.reader(name, card ? Optional.empty() : Optional.of(advice.readerEmpty(name)));
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
        CardConnection library = new PcscConnection(context, reader, os != Os.WINDOWS);
        CardConnection connection =
                socket.isPresent() ? new PcscliteConnection(socket.get(), reader, library) : library;
        return CardPipe.open(connection, new PcscFaults(advice, reader), connectLimit, transmitLimit);
    }
}
