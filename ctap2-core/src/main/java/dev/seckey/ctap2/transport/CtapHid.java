package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import java.security.SecureRandom;
import java.util.function.Predicate;

/** CTAPHID, the client's side (CTAP 2.3 §11.2): one channel of a USB key. */
public final class CtapHid implements CtapDevice {
    private static final int NONCE = 8;

    private final HidLink link;
    private final SecureRandom random;
    private int channel = HidPacket.BROADCAST;
    private HidInfo info = new HidInfo(0, Bytes.EMPTY, 0);

    /** Whether an answer may still be on its way that nobody waits for any more. */
    private boolean unsettled;

    private CtapHid(HidLink link, SecureRandom random) {
        this.link = link;
        this.random = random;
    }

    /**
     * Opens a channel. The pipe is closed with the device, or at once if this fails.
     *
     * @param random makes the nonce by which our answer is told from those to other programs
     */
    public static CtapHid open(HidPipe pipe, Trace trace, SecureRandom random, Exchange exchange) {
        CtapHid device = new CtapHid(new HidLink(pipe, trace), random);
        try {
            device.init(exchange);
        } catch (RuntimeException e) {
            pipe.close();
            throw e;
        }
        return device;
    }

    /** On the broadcast channel INIT allocates ours; on ours it makes the key forget what was in progress. */
    private void init(Exchange exchange) {
        Bytes nonce = Bytes.random(random, NONCE);
        Bytes answer = run(
                HidCommand.INIT.number(),
                nonce,
                exchange,
                packet -> packet.is(HidCommand.INIT)
                        && packet.payload().slice(0, NONCE).equals(nonce));
        unsettled = false;
        info = HidInfo.from(answer);
        channel = (int) answer.uint32(NONCE);
        if (channel == 0 || channel == HidPacket.BROADCAST) {
            throw new TransportFault(Reason.TRANSPORT_BROKEN, "the key gave us a channel that cannot be");
        }
    }

    /** What the key said when the channel was opened. */
    public HidInfo info() {
        return info;
    }

    @Override
    public Bytes cbor(Bytes request, Exchange exchange) {
        require(info.speaksCtap2(), "this key does not speak FIDO2, only U2F");
        Bytes answer = send(HidCommand.CBOR, request, exchange);
        if (answer.isEmpty()) {
            throw new TransportFault(Reason.TRANSPORT_BROKEN, "the key's answer is empty");
        }
        return answer;
    }

    @Override
    public Bytes u2f(Bytes apdu, Exchange exchange) {
        require(info.speaksU2f(), "this key does not speak U2F");
        return send(HidCommand.MSG, apdu, exchange);
    }

    /** Sends bytes that come back (§11.2.9.1.4). */
    public Bytes ping(Bytes data, Exchange exchange) {
        return send(HidCommand.PING, data, exchange);
    }

    /** Makes the key blink or the like (§11.2.9.2.1). */
    public void wink(Exchange exchange) {
        require(info.canWink(), "this key cannot wink");
        send(HidCommand.WINK, Bytes.EMPTY, exchange);
    }

    /** @param command one of the maker's, from 0x40 to 0x7F */
    public Bytes vendor(int command, Bytes data, Exchange exchange) {
        if (command < HidCommand.FIRST_VENDOR || command > HidCommand.LAST_VENDOR) {
            throw new IllegalArgumentException(String.format("%02X is not a vendor command", command));
        }
        return send(command, data, exchange);
    }

    private static void require(boolean able, String otherwise) {
        if (!able) {
            throw new TransportFault(Reason.UNSUPPORTED, otherwise);
        }
    }

    private Bytes send(HidCommand command, Bytes data, Exchange exchange) {
        return send(command.number(), data, exchange);
    }

    private Bytes send(int command, Bytes data, Exchange exchange) {
        if (unsettled) {
            init(exchange);
        }
        return run(command, data, exchange, CtapHid::mayBegin);
    }

    private static boolean mayBegin(HidPacket packet) {
        if (!packet.isFirst()) {
            throw new TransportFault(Reason.TRANSPORT_BROKEN, "the beginning of the key's answer is missing");
        }
        return true;
    }

    private Bytes run(int command, Bytes data, Exchange exchange, Predicate<HidPacket> beginning) {
        HidTransaction transaction = new HidTransaction(link, channel, command, exchange, beginning);
        try {
            return transaction.run(data);
        } finally {
            unsettled |= transaction.isOpen();
        }
    }

    @Override
    public Transport transport() {
        return Transport.USB;
    }

    @Override
    public void close() {
        link.close();
    }
}
