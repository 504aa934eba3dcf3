package dev.seckey.cli.keys;

import dev.seckey.ctap2.server.ForwardingHandler;
import dev.seckey.ctap2.server.RequestHandler;

/** A key that outlives the pipe to it: closing the pipe does not close the key. */
record Lent(RequestHandler key) implements ForwardingHandler {
    @Override
    public void close() {
        // the owner does
    }
}
