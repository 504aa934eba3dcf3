package dev.seckey.ctap2.server;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.transport.Keepalive;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An authenticator that does what its test says. Most requests are answered at once, with status 00 and the request
 * again; authenticatorSelection (0B) waits for {@link #say} and {@link #finish}, and is over with 2D when cancelled.
 */
final class PuppetKey implements RequestHandler {
    static final Bytes SELECTION = Bytes.fromHex("0B");
    static final Bytes CANCELLED = Bytes.fromHex("2D");

    private static final Bytes GET_INFO = Bytes.fromHex("04");
    private static final int SELECTION_COMMAND = 0x0B;

    final AtomicInteger powerCycles = new AtomicInteger();
    boolean u2f = true;
    boolean ctap2 = true;

    /** The whole answer to authenticatorGetInfo, if it is to be more than an echo. */
    Bytes info = Bytes.fromHex("0004");

    private final BlockingQueue<Keepalive> states = new LinkedBlockingQueue<>();
    private volatile boolean finished;

    /** Makes the waiting request send a keepalive. */
    void say(Keepalive state) {
        states.add(state);
    }

    /** Makes the waiting request succeed, once all its keepalives are sent. */
    void finish() {
        finished = true;
    }

    @Override
    public Bytes cbor(Bytes request, Waiting waiting) {
        if (request.equals(GET_INFO)) {
            return info;
        }
        if (request.at(0) != SELECTION_COMMAND) {
            return Bytes.ofInts(0).plus(request);
        }
        while (true) {
            Keepalive state = next();
            if (state != null) {
                waiting.keepalive(state);
            } else if (waiting.isCancelled()) {
                return CANCELLED;
            } else if (finished) {
                return Bytes.ofInts(0);
            }
        }
    }

    private Keepalive next() {
        try {
            return states.poll(1, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Bytes u2f(Bytes apdu) {
        return apdu.plus(Bytes.fromHex("9000"));
    }

    @Override
    public boolean speaksU2f() {
        return u2f;
    }

    @Override
    public boolean speaksCtap2() {
        return ctap2;
    }

    @Override
    public void powerCycle() {
        powerCycles.incrementAndGet();
    }
}
