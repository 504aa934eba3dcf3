package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.server.Waiting;
import dev.seckey.ctap2.transport.Keepalive;

/** Waits for the user as CTAP 2.3 §6.1.2 and §11.2.9.1.7 have it: with a keepalive every 100 ms, until touched. */
final class TouchSensor {
    /** How long a touch is waited for, in milliseconds (CTAP 2.3 §6.1.2 asks for at least 10 s). */
    static final long LIMIT_MILLIS = 30_000;

    private static final long KEEPALIVE_MILLIS = 100;
    private static final long LONG_TOUCH_MILLIS = 5_000;

    private final Environment environment;
    private boolean u2fAsked;
    private long u2fAskedAt;

    TouchSensor(Environment environment) {
        this.environment = environment;
    }

    /** Returns when touched. */
    void await(Waiting waiting) {
        await(waiting, LIMIT_MILLIS);
    }

    /** Returns when touched for as long as a reset wants it where long touch is on (CTAP 2.3 §6.6). */
    void awaitLong(Waiting waiting) {
        await(waiting);
        long start = environment.ticker().nanos();
        while (millisSince(start) < LONG_TOUCH_MILLIS) {
            if (waiting.isCancelled()) {
                throw new AuthenticatorFault(CtapStatus.KEEPALIVE_CANCEL);
            }
            waiting.keepalive(Keepalive.USER_PRESENCE_NEEDED);
            environment.sleeper().sleep(KEEPALIVE_MILLIS);
        }
    }

    /** @param limitMillis how long to wait, in milliseconds */
    void await(Waiting waiting, long limitMillis) {
        long start = environment.ticker().nanos();
        if (environment.presence().isAsked()) {
            waiting.keepalive(Keepalive.USER_PRESENCE_NEEDED);
        }
        while (true) {
            long waited = millisSince(start);
            switch (environment.presence().answer(waited)) {
                case TOUCHED -> {
                    return;
                }
                case REFUSED -> throw new AuthenticatorFault(CtapStatus.OPERATION_DENIED);
                case NOT_YET -> {}
            }
            if (waiting.isCancelled()) {
                throw new AuthenticatorFault(CtapStatus.KEEPALIVE_CANCEL);
            }
            if (waited >= limitMillis) {
                throw new AuthenticatorFault(CtapStatus.USER_ACTION_TIMEOUT);
            }
            waiting.keepalive(Keepalive.USER_PRESENCE_NEEDED);
            environment.sleeper().sleep(KEEPALIVE_MILLIS);
        }
    }

    /** U2F never waits: the client asks again until this is true. */
    boolean touchedForU2f() {
        if (!u2fAsked) {
            u2fAsked = true;
            u2fAskedAt = environment.ticker().nanos();
        }
        boolean touched = environment.presence().answer(millisSince(u2fAskedAt)) == UserPresence.Answer.TOUCHED;
        u2fAsked = !touched;
        return touched;
    }

    private long millisSince(long nanos) {
        return (environment.ticker().nanos() - nanos) / 1_000_000;
    }
}
