package dev.seckey.transports.nfc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import jnasmartcardio.Smartcardio.JnaCardChannel;
import jnasmartcardio.Smartcardio.JnaCardTerminals;
import jnasmartcardio.Smartcardio.JnaPCSCException;

/**
 * A card through jnasmartcardio, with a PC/SC context of its own, since calls in one context wait for each other.
 *
 * <p>Shared, not exclusive: others (scdaemon, the desktop) often have the reader open, and an exclusive connection would
 * fail for as long as they do. Inside, a transaction for as long as the connection lives, so that nobody selects another
 * applet between two of our APDUs, which would also take the PIN token away. Not on Windows: there the system resets a
 * card that lies in a transaction for five seconds without an APDU, and a person at a PIN prompt takes longer.
 */
final class PcscConnection implements CardConnection {
    private static final String ANY_PROTOCOL = "*";
    private static final int LONGEST_ANSWER = 65_536 + 2;

    private final Supplier<JnaCardTerminals> context;
    private final String reader;
    private final boolean inTransaction;
    private Optional<JnaCardTerminals> terminals = Optional.empty();
    private Optional<Card> card = Optional.empty();

    /**
     * @param context makes a PC/SC context
     * @param reader its name, trimmed
     */
    PcscConnection(Supplier<JnaCardTerminals> context, String reader, boolean inTransaction) {
        this.context = context;
        this.reader = reader;
        this.inTransaction = inTransaction;
    }

    @Override
    public void open() throws CardException {
        JnaCardTerminals opened = context.get();
        terminals = Optional.of(opened);
        CardTerminal terminal = terminal(opened);
        connect(terminal);
        if (inTransaction) {
            try {
                beginTransaction();
            } catch (CardException e) {
                if (PcscFaults.number(e) != PcscFaults.RESET_CARD) {
                    throw e;
                }
                // somebody reset it since we connected; nothing of ours is lost yet
                disconnect();
                connect(terminal);
                beginTransaction();
            }
        }
    }

    private CardTerminal terminal(JnaCardTerminals opened) throws CardException {
        return opened.list().stream()
                .filter(terminal -> terminal.getName().strip().equals(reader))
                .findFirst()
                .orElseThrow(() -> new JnaPCSCException(PcscFaults.UNKNOWN_READER, "no reader " + reader));
    }

    private void connect(CardTerminal terminal) throws CardException {
        card = Optional.of(terminal.connect(ANY_PROTOCOL));
    }

    private void beginTransaction() throws CardException {
        card.orElseThrow().beginExclusive();
    }

    /**
     * Past the channel's own transmit. That one sends GET RESPONSE after 61xx by itself, at most seven times; of an
     * answer that takes more it drops the status, so that two bytes of data pass for one. It also writes into the
     * command at places that a short one does not have. CTAP needs to see every status as it came.
     */
    @Override
    public byte[] transmit(byte[] command) throws CardException {
        ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
        Raw.transmit(card.orElseThrow().getBasicChannel(), ByteBuffer.wrap(command.clone()), answer);
        return Arrays.copyOf(answer.array(), Math.max(answer.position(), 0));
    }

    @Override
    public void close() throws CardException {
        try {
            disconnect();
        } finally {
            if (terminals.isPresent()) {
                terminals.get().close();
                terminals = Optional.empty();
            }
        }
    }

    /** Leaves the card powered: others may be at work with it. Ends the transaction as well. */
    private void disconnect() throws CardException {
        if (card.isPresent()) {
            Card connected = card.get();
            card = Optional.empty();
            connected.disconnect(false);
        }
    }

    /** The binding's plain SCardTransmit, which it keeps private. Its version is fixed; there has been none since 2017. */
    private static final class Raw {
        private static final Method TRANSMIT = find();

        private static Method find() {
            try {
                Method method =
                        JnaCardChannel.class.getDeclaredMethod("transmitRaw", ByteBuffer.class, ByteBuffer.class);
                method.setAccessible(true);
                return method;
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("this is not jnasmartcardio 0.2.7", e);
            }
        }

        static void transmit(Object channel, ByteBuffer command, ByteBuffer answer) throws CardException {
            try {
                TRANSMIT.invoke(channel, command, answer);
            } catch (InvocationTargetException e) {
                if (e.getCause() instanceof CardException failed) {
                    throw failed;
                }
                if (e.getCause() instanceof RuntimeException failed) {
                    throw failed;
                }
                throw new IllegalStateException(e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
