package dev.seckey.ctap2.session;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.transport.CtapDevice;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A device that remembers every request and answers by a function of it. */
final class CountingKey implements CtapDevice {
    /** clientPIN with a PIN in it: what costs a try. */
    private static final List<Integer> SPENDING = List.of(
            ClientPin.Sub.GET_PIN_TOKEN.number(),
            ClientPin.Sub.GET_PIN_UV_AUTH_TOKEN_USING_PIN_WITH_PERMISSIONS.number());

    final List<Bytes> requests = new ArrayList<>();
    final List<Boolean> secret = new ArrayList<>();
    boolean closed;
    UnaryOperator<Bytes> answers;

    CountingKey(UnaryOperator<Bytes> answers) {
        this.answers = answers;
    }

    @Override
    public Bytes cbor(Bytes request, Exchange exchange) {
        requests.add(request);
        secret.add(exchange.secret());
        return answers.apply(request);
    }

    /** The subcommands of all requests for a token, in the order in which they came. */
    List<Integer> tokenRequests() {
        return subCommands().stream().filter(SPENDING::contains).toList();
    }

    List<Integer> subCommands() {
        return requests.stream()
                .filter(request -> request.at(0) == 0x06)
                .map(request -> ClientPin.from(Cbor.decodeMap(request.from(1))))
                .map(ClientPin::subCommand)
                .toList();
    }

    /** The protocols that requests named. */
    List<Integer> protocols() {
        return requests.stream()
                .filter(request -> request.at(0) == 0x06)
                .flatMap(request -> ClientPin.from(Cbor.decodeMap(request.from(1))).pinUvAuthProtocol().stream())
                .distinct()
                .toList();
    }

    @Override
    public Bytes u2f(Bytes apdu, Exchange exchange) {
        throw new UnsupportedOperationException("no U2F here");
    }

    @Override
    public Transport transport() {
        return Transport.USB;
    }

    @Override
    public void close() {
        closed = true;
    }
}
