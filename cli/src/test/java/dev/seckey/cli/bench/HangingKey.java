package dev.seckey.cli.bench;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.RequestName;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.server.ForwardingHandler;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.server.Waiting;
import dev.seckey.ctap2.transport.Keepalive;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A key that gets stuck at one request until it is told to cancel. @param where see {@link RequestName} */
record HangingKey(RequestHandler key, String where) implements ForwardingHandler {
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);

    @Override
    public Bytes cbor(Bytes request, Waiting waiting) {
        if (!RequestName.of(request).startsWith(where)) {
            return key.cbor(request, waiting);
        }
        while (!waiting.isCancelled()) {
            waiting.keepalive(Keepalive.PROCESSING);
            LockSupport.parkNanos(PAUSE);
        }
        return Bytes.ofInts(CtapStatus.KEEPALIVE_CANCEL.number());
    }
}
