package dev.seckey.ctap2.server;

import dev.seckey.ctap2.bytes.Bytes;
import java.util.Optional;

/** The authenticator behind a packet server or an APDU server. One thread at a time. */
public interface RequestHandler {
    /**
     * Carries out a CTAP2 request, however long the user takes.
     *
     * @param request the command byte and its parameters, whatever they hold
     * @return the status byte and the answer; at least one byte, never an exception
     */
    Bytes cbor(Bytes request, Waiting waiting);

    /**
     * Carries out a U2F request. It never waits: without a touch the answer is 6985 and the client asks again.
     *
     * @param apdu a command APDU with extended length
     * @return the answer and its two status bytes
     */
    Bytes u2f(Bytes apdu);

    /** Whether U2F requests are taken now: not on keys without it, nor under alwaysUv. */
    boolean speaksU2f();

    /** Whether CTAP2 requests are taken: not on a key that knows only U2F. */
    boolean speaksCtap2();

    /** What its maker added beside FIDO; most keys have nothing. */
    default Optional<Extra> extra() {
        return Optional.empty();
    }

    /** Power was taken away and given back, or a card left the field and came back. */
    void powerCycle();

    /** Lets go of what it holds, such as a file: its last user has gone. */
    default void close() {}
}
