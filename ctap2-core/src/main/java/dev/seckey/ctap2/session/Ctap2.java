package dev.seckey.ctap2.session;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.Command;
import dev.seckey.ctap2.command.CommandCode;
import dev.seckey.ctap2.command.GetInfo;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.transport.CtapDevice;
import dev.seckey.ctap2.transport.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A session with one CTAP2 authenticator. Used by the thread that owns the key, and closes the device with itself. */
public final class Ctap2 implements AutoCloseable {
    private final CtapDevice device;
    private final Supplier<Exchange> exchanges;
    private Optional<AuthenticatorInfo> info = Optional.empty();

    /** @param exchanges gives each command its deadline, cancel token and keepalive listener */
    public Ctap2(CtapDevice device, Supplier<Exchange> exchanges) {
        this.device = device;
        this.exchanges = exchanges;
    }

    /** What the key said of itself when it was last asked. */
    public AuthenticatorInfo info() {
        return info.orElseGet(this::refreshInfo);
    }

    /** Asks the key again, after something may have changed it. */
    public AuthenticatorInfo refreshInfo() {
        AuthenticatorInfo fresh = send(new GetInfo());
        info = Optional.of(fresh);
        return fresh;
    }

    /**
     * Sends a command and reads its answer.
     *
     * @throws AuthenticatorFault if the status is not success
     * @throws MalformedFault if the answer cannot be understood
     * @throws dev.seckey.ctap2.fault.TransportFault if there is none
     */
    public <R> R send(Command<R> command) {
        Bytes request = command.encode();
        checkSize(command, request);
        Exchange exchange = exchanges.get();
        Bytes answer = device.cbor(request, command.carriesSecrets() ? exchange.asSecret() : exchange);
        if (answer.isEmpty()) {
            throw new MalformedFault(CtapStatus.INVALID_LENGTH, "the key sent an empty answer");
        }
        if (answer.at(0) != CtapStatus.OK.number()) {
            throw new AuthenticatorFault(answer.at(0));
        }
        return command.decode(body(answer));
    }

    /** The same key, and what is known of it, with other exchanges: to tidy up after a cancel, say. */
    public Ctap2 with(Supplier<Exchange> others) {
        Ctap2 other = new Ctap2(device, others);
        other.info = info;
        return other;
    }

    public CtapDevice device() {
        return device;
    }

    private static Cbor.Decoded<CborMap> body(Bytes answer) {
        return answer.size() == 1
                ? new Cbor.Decoded<>(CborMap.EMPTY, List.of())
                : Cbor.decodeMap(answer.from(1).toArray());
    }

    private void checkSize(Command<?> command, Bytes request) {
        if (command.code() == CommandCode.GET_INFO) {
            return; // always fits, and must be asked before the limit is known
        }
        int limit = info().maxMsgSize();
        if (request.size() > limit) {
            throw new MalformedFault(
                    CtapStatus.REQUEST_TOO_LARGE,
                    "a message of " + request.size() + " bytes, and this key takes at most " + limit);
        }
    }

    @Override
    public void close() {
        device.close();
    }
}
