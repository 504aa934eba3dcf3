package dev.seckey.cli.keys;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.server.Extra;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.server.Waiting;
import java.util.Optional;

/** A key that outlives the pipe to it: closing the pipe does not close the key. */
record Lent(RequestHandler key) implements RequestHandler {
    static RequestHandler of(RequestHandler key) {
        return new Lent(key);
    }

    @Override
    public Bytes cbor(Bytes request, Waiting waiting) {
        return key.cbor(request, waiting);
    }

    @Override
    public Bytes u2f(Bytes apdu) {
        return key.u2f(apdu);
    }

    @Override
    public boolean speaksU2f() {
        return key.speaksU2f();
    }

    @Override
    public boolean speaksCtap2() {
        return key.speaksCtap2();
    }

    @Override
    public Optional<Extra> extra() {
        return key.extra();
    }

    @Override
    public void powerCycle() {
        key.powerCycle();
    }

    @Override
    public void close() {
        // the owner does
    }
}
