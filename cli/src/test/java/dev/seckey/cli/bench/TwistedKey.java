package dev.seckey.cli.bench;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.server.Waiting;

/** A key that always gives the same answer to one command. */
record TwistedKey(RequestHandler key, int command, Bytes answer) implements RequestHandler {
    @Override
    public Bytes cbor(Bytes request, Waiting waiting) {
        return request.at(0) == command ? answer : key.cbor(request, waiting);
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
    public void powerCycle() {
        key.powerCycle();
    }
}
