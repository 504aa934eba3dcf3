package dev.seckey.cli.net;

import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.CancelToken;
import dev.seckey.ctap2.transport.Deadline;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.Ticker;
import java.time.Clock;
import java.time.Duration;

/**
 * How waiting is done: for how long, and until Ctrl-C.
 *
 * @param clock for the dates that servers name
 * @param silence how long nothing at all may come
 */
public record Waiting(Ticker ticker, Clock clock, Sleeper sleeper, CancelToken cancel, Duration silence) {
    /** Milliseconds between two looks at the cancel token. */
    static final long SLICE = 100;

    Deadline silenceFromNow() {
        return Deadline.after(ticker, silence);
    }

    void checkCancelled() {
        if (cancel.isCancelled()) {
            throw new TransportFault(Reason.CANCELLED, "cancelled");
        }
    }

    void sleep(Duration time) {
        for (long left = time.toMillis(); left > 0; left -= SLICE) {
            checkCancelled();
            sleeper.sleep(Math.min(left, SLICE));
        }
        checkCancelled();
    }
}
