package dev.seckey.ctap2.u2f;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.CtapDevice;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.Keepalive;
import dev.seckey.ctap2.transport.ResponseApdu;
import dev.seckey.ctap2.transport.Sleeper;
import dev.seckey.ctap2.transport.StatusWord;

/**
 * A U2F client. A U2F key does not wait for its touch: it answers 6985 at once, having done nothing, and is asked again.
 */
public final class U2f {
    private static final long PAUSE_MILLIS = 200;

    private final CtapDevice device;
    private final Sleeper sleeper;

    public U2f(CtapDevice device, Sleeper sleeper) {
        this.device = device;
        this.sleeper = sleeper;
    }

    public String version(Exchange exchange) {
        U2fVersion request = new U2fVersion();
        return request.decode(send(request, exchange).require());
    }

    public U2fRegistration register(U2fRegister request, Exchange exchange) {
        return touched(request, exchange);
    }

    /** @throws TransportFault if the key handle is not this key's (KEY_REFUSED) */
    public U2fAssertion authenticate(U2fAuthenticate request, Exchange exchange) {
        return touched(request, exchange);
    }

    /**
     * Whether the key handle is this key's, for this application; needs no touch.
     *
     * @param application 32 bytes
     */
    public boolean knows(Bytes application, Bytes keyHandle, Exchange exchange) {
        Bytes anyChallenge = Bytes.of(new byte[32]);
        ResponseApdu answer =
                send(new U2fAuthenticate(U2fControl.CHECK_ONLY, anyChallenge, application, keyHandle), exchange);
        return switch (answer.word()) {
            case OK, CONDITIONS_NOT_SATISFIED -> true;
            case WRONG_DATA -> false;
            default -> throw answer.fault();
        };
    }

    private <R> R touched(U2fRequest<R> request, Exchange exchange) {
        ResponseApdu answer = send(request, exchange);
        if (answer.is(StatusWord.CONDITIONS_NOT_SATISFIED)) {
            exchange.keepalives().changed(Keepalive.USER_PRESENCE_NEEDED);
        }
        while (answer.is(StatusWord.CONDITIONS_NOT_SATISFIED)) {
            sleeper.sleep(Math.min(PAUSE_MILLIS, exchange.deadline().remainingMillis()));
            if (exchange.cancel().isCancelled()) {
                throw new TransportFault(Reason.CANCELLED, "cancelled");
            }
            if (exchange.deadline().isPast()) {
                throw notTouched();
            }
            answer = sendAgain(request, exchange);
        }
        return request.decode(answer.require());
    }

    private ResponseApdu sendAgain(U2fRequest<?> request, Exchange exchange) {
        try {
            return send(request, exchange);
        } catch (TransportFault e) {
            // time that runs out in the middle of asking again is time for the touch all the same
            throw e.reason() == Reason.NO_ANSWER && exchange.deadline().isPast() ? notTouched() : e;
        }
    }

    private static TransportFault notTouched() {
        return new TransportFault(Reason.TOUCH_TIMEOUT, "nobody touched the key in time");
    }

    private ResponseApdu send(U2fRequest<?> request, Exchange exchange) {
        return ResponseApdu.parse(device.u2f(request.apdu().encodeExtended(), exchange));
    }
}
