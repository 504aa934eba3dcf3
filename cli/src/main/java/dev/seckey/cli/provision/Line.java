package dev.seckey.cli.provision;

import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Deadline;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.Keepalive;
import java.util.function.Supplier;

/**
 * How one key is talked to. Ctrl-C ends its waiting for a touch, and nothing else: what takes no person is done in a
 * moment, and better whole than by half.
 */
final class Line {
    private final Supplier<Deadline> patience;
    private final CancelToken cancel;
    private final Runnable blinks;
    private volatile boolean touching;

    Line(Supplier<Deadline> patience, CancelToken cancel, Runnable blinks) {
        this.patience = patience;
        this.cancel = cancel;
        this.blinks = blinks;
    }

    Exchange exchange() {
        return new Exchange(patience.get(), touching ? cancel : new CancelToken(), this::keepalive, false);
    }

    private void keepalive(Keepalive state) {
        if (state == Keepalive.USER_PRESENCE_NEEDED) {
            blinks.run();
        }
    }

    <T> T touching(Supplier<T> work) {
        touching = true;
        try {
            return work.get();
        } finally {
            touching = false;
        }
    }
}
