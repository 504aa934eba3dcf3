package dev.seckey.ctap2.transport;

import java.time.Duration;

/**
 * What surrounds one message: when waiting ends, who may end it sooner, who hears of keepalives, and whether the
 * message holds secrets that no trace may show.
 */
public record Exchange(Deadline deadline, CancelToken cancel, KeepaliveListener keepalives, boolean secret) {
    public static Exchange within(Duration time) {
        return new Exchange(Deadline.after(Ticker.SYSTEM, time), new CancelToken(), KeepaliveListener.NONE, false);
    }

    public Exchange asSecret() {
        return new Exchange(deadline, cancel, keepalives, true);
    }
}
