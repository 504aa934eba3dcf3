package dev.seckey.cli.bench;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.server.ForwardingHandler;
import dev.seckey.ctap2.server.RequestHandler;
import dev.seckey.ctap2.server.Waiting;
import java.util.function.Predicate;

/** A key that always gives the same answer to some requests. */
record TwistedKey(RequestHandler key, Predicate<Bytes> some, Bytes answer) implements ForwardingHandler {
    @Override
    public Bytes cbor(Bytes request, Waiting waiting) {
        return some.test(request) ? answer : key.cbor(request, waiting);
    }
}
