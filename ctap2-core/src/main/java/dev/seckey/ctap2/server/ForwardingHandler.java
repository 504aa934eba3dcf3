package dev.seckey.ctap2.server;

import dev.seckey.ctap2.bytes.Bytes;
import java.util.Optional;

/** An authenticator in front of another, which does whatever is not overridden. */
public interface ForwardingHandler extends RequestHandler {
    /** The one behind. */
    RequestHandler key();

    @Override
    default Bytes cbor(Bytes request, Waiting waiting) {
        return key().cbor(request, waiting);
    }

    @Override
    default Bytes u2f(Bytes apdu) {
        return key().u2f(apdu);
    }

    @Override
    default boolean speaksU2f() {
        return key().speaksU2f();
    }

    @Override
    default boolean speaksCtap2() {
        return key().speaksCtap2();
    }

    @Override
    default Optional<Extra> extra() {
        return key().extra();
    }

    @Override
    default void powerCycle() {
        key().powerCycle();
    }

    @Override
    default void close() {
        key().close();
    }
}
