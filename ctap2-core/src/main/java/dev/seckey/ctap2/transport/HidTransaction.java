package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** One message to the key and its answer (CTAP 2.3 §11.2.5.1): keepalives, cancel, busy and the deadline. */
final class HidTransaction {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private static final int MOST_LATE_PACKETS = 64;

    private final HidLink link;
    private final int channel;
    private final int command;
    private final Exchange exchange;
    private final Predicate<HidPacket> beginning;
    private final Patience patience;

    private boolean open;
    private int latePackets;

    /** @param beginning which first packets may begin the answer; others are passed over */
    HidTransaction(HidLink link, int channel, int command, Exchange exchange, Predicate<HidPacket> beginning) {
        this.link = link;
        this.channel = channel;
        this.command = command;
        this.exchange = exchange;
        this.beginning = beginning;
        this.patience = new Patience(exchange);
    }

    Bytes run(Bytes message) {
        if (message.size() > HidPacket.MAX_MESSAGE) {
            throw new TransportFault(
                    Reason.UNSUPPORTED,
                    "a message of " + message.size() + " bytes is too long for USB: at most " + HidPacket.MAX_MESSAGE);
        }
        Duration pause = FIRST_PAUSE;
        while (true) {
            patience.requireLeft();
            open = true;
            link.send(channel, command, message, exchange.secret());
            HidAssembly answer = answer();
            open = answer.command() != command && !isError(answer);
            if (!isBusy(answer)) {
                return checked(answer);
            }
            // refused unread: the one case in which a message may be sent again
            link.pause(channel, patience.end().sooner(pause), exchange.cancel());
            if (patience.isOver() && !patience.isCancelled()) {
                throw fault(CtapStatus.CHANNEL_BUSY.number());
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Whether the message is at the key and its answer is not here: it may still come, to whoever asks next. */
    boolean isOpen() {
        return open;
    }

    private HidAssembly answer() {
        HidAssembly answer = new HidAssembly(firstPacket());
        while (!answer.isComplete()) {
            if (!answer.add(packet())) {
                throw broken("a packet of the key's answer is missing or out of order");
            }
        }
        return answer;
    }

    private HidPacket firstPacket() {
        while (true) {
            HidPacket packet = packet();
            if (packet.is(HidCommand.KEEPALIVE)) {
                patience.heard(Keepalive.of(packet.payload().at(0)));
            } else if (packet.is(HidCommand.ERROR) || beginning.test(packet)) {
                return packet;
            }
        }
    }

    /** The next packet on our channel, whatever it is. */
    private HidPacket packet() {
        while (true) {
            if (patience.isNewlyCancelled()) {
                cancelAtKey();
            }
            if (patience.isOver()) {
                Optional<HidPacket> late = latePacket();
                if (late.isPresent()) {
                    return late.get();
                }
                if (!patience.isCancelled()) {
                    // or the key would go on waiting for a touch that nobody wants any more
                    cancelAtKey();
                }
                throw patience.fault();
            }
            Optional<HidPacket> packet = link.read(channel, patience.end(), exchange.secret());
            if (packet.isPresent()) {
                return packet.get();
            }
        }
    }

    /** What had come already when time ran out still counts, but a key that floods us gets no further. */
    private Optional<HidPacket> latePacket() {
        return latePackets++ < MOST_LATE_PACKETS
                ? link.read(channel, patience.end(), exchange.secret())
                : Optional.empty();
    }

    private void cancelAtKey() {
        // other messages know no cancel, and the key ignores it
        if (command == HidCommand.CBOR.number()) {
            link.send(channel, HidCommand.CANCEL.number(), Bytes.EMPTY, exchange.secret());
        }
    }

    private static boolean isBusy(HidAssembly answer) {
        return isError(answer) && errorNumber(answer) == CtapStatus.CHANNEL_BUSY.number();
    }

    private static boolean isError(HidAssembly answer) {
        return answer.command() == HidCommand.ERROR.number();
    }

    private static int errorNumber(HidAssembly answer) {
        Bytes message = answer.message();
        return message.isEmpty() ? CtapStatus.OTHER.number() : message.at(0);
    }

    private Bytes checked(HidAssembly answer) {
        if (isError(answer)) {
            throw fault(errorNumber(answer));
        }
        if (answer.command() != command) {
            throw broken(String.format(
                    "the key answered something else than was asked (command %02X, not %02X)",
                    answer.command(), command));
        }
        return answer.message();
    }

    /** CTAPHID errors (§11.2.9.1.6) have the numbers of CTAP2 statuses. */
    private static TransportFault fault(int number) {
        CtapStatus status = CtapStatus.of(number);
        return new TransportFault(
                status.reason(), String.format("%s (CTAPHID error 0x%02X)", status.meaning(), number));
    }

    private static TransportFault broken(String what) {
        return new TransportFault(Reason.TRANSPORT_BROKEN, what);
    }
}
