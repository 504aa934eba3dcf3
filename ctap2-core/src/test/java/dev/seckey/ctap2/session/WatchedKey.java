package dev.seckey.ctap2.session;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.command.RequestName;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.server.Waiting;
import dev.seckey.ctap2.soft.Environment;
import dev.seckey.ctap2.soft.Profile;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.soft.SoftAuthenticator;
import dev.seckey.ctap2.soft.UserPresence;
import dev.seckey.ctap2.transport.CtapDevice;
import dev.seckey.ctap2.transport.Exchange;
import dev.seckey.ctap2.transport.ManualTicker;
import dev.seckey.ctap2.transport.Transport;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A device that writes down what is sent to it, and answers by a function of it: mostly a software authenticator, which
 * lies where its test wants. Requests are named as {@link RequestName} does it.
 */
final class WatchedKey implements CtapDevice {
    private static final String GET_INFO = "04";

    /** clientPIN with a PIN in it: what costs a try. */
    private static final List<String> SPENDING = List.of("06/05", "06/09");

    final List<Bytes> requests = new ArrayList<>();
    final List<Boolean> secret = new ArrayList<>();
    boolean closed;
    private final UnaryOperator<Bytes> answers;
    private final Map<String, Bytes> lies = new LinkedHashMap<>();
    private final List<UnaryOperator<CborMap>> saying = new ArrayList<>();

    WatchedKey(UnaryOperator<Bytes> answers) {
        this.answers = answers;
    }

    WatchedKey(Profile profile) {
        this(software(profile));
    }

    private static UnaryOperator<Bytes> software(Profile profile) {
        ManualTicker time = new ManualTicker();
        SoftAuthenticator key =
                new SoftAuthenticator(profile, new Environment(time, time, new SecureRandom(), UserPresence.ALWAYS));
        return request -> key.cbor(request, Waiting.SILENT);
    }

    static WatchedKey plain() {
        return new WatchedKey(SimulatedProfiles.named("level2").orElseThrow());
    }

    static WatchedKey withPin() {
        return new WatchedKey(SimulatedProfiles.named("pin-set").orElseThrow());
    }

    /** This request gets this status, and the key never sees it. */
    WatchedKey answering(String request, CtapStatus status) {
        return answering(request, Bytes.ofInts(status.number()));
    }

    /** @param answer the status byte and what follows */
    WatchedKey answering(String request, Bytes answer) {
        lies.put(request, answer);
        return this;
    }

    /** Changes what it answers to getInfo. */
    WatchedKey saying(UnaryOperator<CborMap> change) {
        saying.add(change);
        return this;
    }

    WatchedKey with(Option option, boolean value) {
        return options(options -> options.put(option.id(), value));
    }

    WatchedKey without(Option option) {
        return options(options -> options.remove(option.id()));
    }

    private WatchedKey options(Consumer<Map<String, Boolean>> change) {
        return saying(map -> {
            Map<String, Boolean> options = new LinkedHashMap<>(map.require(AuthenticatorInfo.OPTIONS));
            change.accept(options);
            return map.toBuilder().put(AuthenticatorInfo.OPTIONS, options).build();
        });
    }

    WatchedKey wantingNewPin() {
        return saying(map ->
                map.toBuilder().put(AuthenticatorInfo.FORCE_PIN_CHANGE, true).build());
    }

    Ctap2 session() {
        return new Ctap2(this, () -> Exchange.within(Duration.ofSeconds(30)));
    }

    PinUv pinUv() {
        return PinUv.of(session(), new SecureRandom());
    }

    List<String> sent() {
        return requests.stream().map(RequestName::of).toList();
    }

    /** What was sent, getInfo and getPINRetries left out, which change nothing. */
    List<String> deeds() {
        return sent().stream()
                .filter(name -> !name.equals(GET_INFO) && !name.equals("06/01"))
                .toList();
    }

    /** The requests for a token that cost a try where the PIN is wrong. */
    List<String> tries() {
        return sent().stream().filter(SPENDING::contains).toList();
    }

    /** The PIN/UV auth protocols that requests named. */
    List<Integer> protocols() {
        return requests.stream()
                .filter(request -> request.at(0) == 0x06)
                .flatMap(request -> ClientPin.from(Cbor.decodeMap(request.from(1))).pinUvAuthProtocol().stream())
                .distinct()
                .toList();
    }

    @Override
    public Bytes cbor(Bytes request, Exchange exchange) {
        requests.add(request);
        secret.add(exchange.secret());
        String name = RequestName.of(request);
        if (lies.containsKey(name)) {
            return lies.get(name);
        }
        Bytes answer = answers.apply(request);
        return name.equals(GET_INFO) && !saying.isEmpty() ? changed(answer) : answer;
    }

    private Bytes changed(Bytes info) {
        CborMap map = Cbor.decodeMap(info.from(1));
        for (UnaryOperator<CborMap> change : saying) {
            map = change.apply(map);
        }
        return Bytes.ofInts(0).plus(map.encode());
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
