package dev.seckey.ctap2.transport;

import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import java.time.Duration;
import java.util.Optional;

/** How long one message is waited for, over USB and NFC alike: its deadline, its cancel and its keepalives. */
final class Patience {
    /** How long a cancelled key may take for its last word, which may be success after all. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Exchange exchange;
    private Deadline end;
    private boolean cancelled;
    private Optional<Keepalive> last = Optional.empty();

    Patience(Exchange exchange) {
        this.exchange = exchange;
        this.end = exchange.deadline();
    }

    /** @throws TransportFault if there is no point in sending anything */
    void requireLeft() {
        if (exchange.cancel().isCancelled()) {
            cancelled = true;
            throw fault();
        }
        if (isOver()) {
            throw fault();
        }
    }

    /** Whether somebody has cancelled since this was asked last; from then on only a little time is left. */
    boolean isNewlyCancelled() {
        if (cancelled || !exchange.cancel().isCancelled()) {
            return false;
        }
        cancelled = true;
        end = end.sooner(GRACE);
        return true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    boolean isOver() {
        return end.isPast();
    }

    Deadline end() {
        return end;
    }

    /** What to throw when it is over: a key that last asked for a touch has waited for its user, not kept silent. */
    TransportFault fault() {
        if (cancelled) {
            return new TransportFault(Reason.CANCELLED, "cancelled");
        }
        return last.equals(Optional.of(Keepalive.USER_PRESENCE_NEEDED))
                ? new TransportFault(Reason.TOUCH_TIMEOUT, "nobody touched the key in time")
                : new TransportFault(Reason.NO_ANSWER, "the key did not answer in time");
    }

    /** A keepalive came; only the first of a run of equal ones is passed on, and none makes the deadline later. */
    void heard(Keepalive state) {
        if (last.isEmpty() || last.get() != state) {
            last = Optional.of(state);
            exchange.keepalives().changed(state);
        }
    }
}
