package dev.seckey.ctap2.server;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.transport.HidAssembly;
import dev.seckey.ctap2.transport.HidCommand;
import dev.seckey.ctap2.transport.HidPacket;
import dev.seckey.ctap2.transport.Keepalive;
import dev.seckey.ctap2.transport.Ticker;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * CTAPHID, the key's side (CTAP 2.3 §11.2): takes packets of 64 bytes and gives packets. One transaction at a time, on a
 * thread of its own, while packets of all channels are still taken and answered.
 */
public final class HidServer implements AutoCloseable {
    private static final int PROTOCOL_VERSION = 2;
    private static final Bytes DEVICE_VERSION = Bytes.ofInts(0, 1, 0);
    private static final int NONCE = 8;

    /** Nanoseconds after which the rest of a message is not waited for any more: 500 ms. */
    private static final long MESSAGE_TIMEOUT = 500_000_000L;

    private final RequestHandler handler;
    private final HidAbilities abilities;
    private final Consumer<byte[]> sink;
    private final Ticker ticker;
    private final ChannelLock lock;
    private final Worker worker = new Worker("hid-authenticator");

    private final Channels channels = new Channels();
    private Optional<HidAssembly> incoming = Optional.empty();
    private long incomingSince;
    private Optional<Running> running = Optional.empty();
    private boolean closed;

    /** @param sink takes packets for the host, from several threads but one at a time; must not block for long */
    public HidServer(RequestHandler handler, Consumer<byte[]> sink, Ticker ticker) {
        this.handler = handler;
        this.abilities = new HidAbilities(handler);
        this.sink = sink;
        this.ticker = ticker;
        this.lock = new ChannelLock(ticker);
    }

    /** @param octets 64 bytes from the host */
    public synchronized void accept(byte[] octets) {
        if (closed) {
            return;
        }
        HidPacket packet = HidPacket.of(octets);
        poll();
        if (packet.isFirst()) {
            begin(packet);
        } else {
            goOn(packet);
        }
    }

    /** Gives up messages whose rest does not come; for those who want to see that without sending a packet. */
    public synchronized void poll() {
        incoming.filter(message -> ticker.nanos() - incomingSince > MESSAGE_TIMEOUT)
                .ifPresent(message -> {
                    incoming = Optional.empty();
                    error(message.channel(), CtapStatus.TIMEOUT);
                });
    }

    private void begin(HidPacket packet) {
        int channel = packet.channel();
        if (packet.is(HidCommand.INIT)) {
            init(packet);
        } else if (!channels.has(channel)) {
            error(channel, CtapStatus.INVALID_CHANNEL);
        } else if (packet.is(HidCommand.CANCEL)) {
            running.filter(transaction -> transaction.channel == channel).ifPresent(Running::cancel);
        } else if (lock.excludes(channel)) {
            error(channel, CtapStatus.CHANNEL_BUSY);
        } else if (incoming.filter(message -> message.channel() == channel).isPresent()) {
            incoming = Optional.empty();
            error(channel, CtapStatus.INVALID_SEQ);
        } else if (incoming.isPresent() || running.isPresent()) {
            error(channel, CtapStatus.CHANNEL_BUSY);
        } else {
            abilities.refusal(packet).ifPresentOrElse(status -> error(channel, status), () -> {
                incoming = Optional.of(new HidAssembly(packet));
                incomingSince = ticker.nanos();
                finishIfComplete();
            });
        }
    }

    private void goOn(HidPacket packet) {
        // whatever belongs to no message is passed over
        incoming.filter(message -> message.channel() == packet.channel()).ifPresent(message -> {
            if (message.add(packet)) {
                incomingSince = ticker.nanos();
                finishIfComplete();
            } else {
                incoming = Optional.empty();
                error(packet.channel(), CtapStatus.INVALID_SEQ);
            }
        });
    }

    /** §11.2.9.1.3: on the broadcast channel it allocates one, on another it ends what was going on there. */
    private void init(HidPacket packet) {
        int channel = packet.channel();
        if (!channels.mayOpen(channel)) {
            error(channel, CtapStatus.INVALID_CHANNEL);
        } else if (channel != HidPacket.BROADCAST && lock.excludes(channel)) {
            error(channel, CtapStatus.CHANNEL_BUSY);
        } else if (packet.length() != NONCE) {
            error(channel, CtapStatus.INVALID_LENGTH);
        } else {
            abort(channel);
            open(channel, packet.payload().slice(0, NONCE));
        }
    }

    private void open(int channel, Bytes nonce) {
        int given = channels.open(channel);
        Bytes answer = Bytes.concat(
                nonce,
                Bytes.ofInts(given >>> 24, given >>> 16, given >>> 8, given, PROTOCOL_VERSION),
                DEVICE_VERSION,
                Bytes.ofInts(abilities.flags()));
        emit(channel, HidCommand.INIT.number(), answer);
    }

    private void abort(int channel) {
        incoming = incoming.filter(message -> message.channel() != channel);
        running.filter(transaction -> transaction.channel == channel).ifPresent(Running::abandon);
    }

    private void finishIfComplete() {
        incoming.filter(HidAssembly::isComplete).ifPresent(message -> {
            incoming = Optional.empty();
            if (message.command() == HidCommand.CBOR.number()) {
                start(message, waiting -> handler.cbor(message.message(), waiting));
            } else if (message.command() == HidCommand.MSG.number()) {
                start(message, waiting -> handler.u2f(message.message()));
            } else if (message.command() == HidCommand.LOCK.number()) {
                lock(message.channel(), message.message().at(0));
            } else if (HidAbilities.isVendor(message.command())) {
                vendor(message);
            } else {
                emit(message.channel(), message.command(), message.message());
            }
        });
    }

    private void lock(int channel, int seconds) {
        if (seconds > ChannelLock.MOST_SECONDS) {
            error(channel, CtapStatus.INVALID_PARAMETER);
            return;
        }
        lock.take(channel, seconds);
        emit(channel, HidCommand.LOCK.number(), Bytes.EMPTY);
    }

    private void vendor(HidAssembly message) {
        handler.extra()
                .flatMap(extra -> extra.vendor(message.command(), message.message()))
                .ifPresentOrElse(
                        answer -> emit(message.channel(), message.command(), answer),
                        () -> error(message.channel(), CtapStatus.INVALID_COMMAND));
    }

    private void start(HidAssembly message, Request request) {
        Running transaction = new Running(message.channel());
        running = Optional.of(transaction);
        worker.run(() -> {
            Bytes answer = request.run(transaction);
            transaction.finish(message.command(), answer);
        });
    }

    private void error(int channel, CtapStatus status) {
        emit(channel, HidCommand.ERROR.number(), Bytes.ofInts(status.number()));
    }

    private void emit(int channel, int command, Bytes message) {
        for (HidPacket packet : HidPacket.cut(channel, command, message)) {
            sink.accept(packet.octets().toArray());
        }
    }

    /** Power was taken away and given back: what was running ends without an answer, and no channel is known any more. */
    public void powerCycle() {
        synchronized (this) {
            channels.clear();
        }
        restart();
    }

    /** The same, but for the channels: for hosts that tell the key to restart and go on as if nothing had happened. */
    public void restart() {
        synchronized (this) {
            if (closed) {
                return;
            }
            running.ifPresent(Running::abandon);
            incoming = Optional.empty();
            lock.release();
        }
        worker.runAndWait(handler::powerCycle);
    }

    /** Ends what is running, without an answer, and stops the thread. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            running.ifPresent(Running::abandon);
        }
        worker.close();
    }

    private interface Request {
        Bytes run(Waiting waiting);
    }

    /** A request at the authenticator, and the channel that waits for it. */
    private final class Running implements Waiting {
        final int channel;
        private volatile boolean cancelled;

        Running(int channel) {
            this.channel = channel;
        }

        void cancel() {
            cancelled = true;
        }

        /** Nobody wants the answer any more. */
        void abandon() {
            cancel();
            running = Optional.empty();
        }

        private boolean isWanted() {
            return running.filter(current -> current == this).isPresent();
        }

        void finish(int command, Bytes answer) {
            synchronized (HidServer.this) {
                if (isWanted()) {
                    running = Optional.empty();
                    emit(channel, command, answer);
                }
            }
        }

        @Override
        public void keepalive(Keepalive state) {
            synchronized (HidServer.this) {
                if (isWanted()) {
                    emit(channel, HidCommand.KEEPALIVE.number(), Bytes.ofInts(state.number()));
                }
            }
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
