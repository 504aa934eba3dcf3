package dev.seckey.ctap2.session;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.CborType;
import dev.seckey.ctap2.cbor.Field;
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
import dev.seckey.ctap2.transport.Keepalive;
import dev.seckey.ctap2.transport.ManualTicker;
import dev.seckey.ctap2.transport.Transport;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A software authenticator that writes down what is sent to it, and lies where its test wants. Requests are named by
 * their first bytes: "04" is getInfo, "06/03" is clientPIN with subcommand 3.
 */
final class WatchedKey implements CtapDevice, Waiting {
    private static final String GET_INFO = "04";
    private static final Field<Integer> PIN_SUB_COMMAND = Field.of(0x02, "subCommand", CborType.UNSIGNED);
    private static final Field<Integer> CONFIG_SUB_COMMAND = Field.of(0x01, "subCommand", CborType.UNSIGNED);

    final List<String> sent = new ArrayList<>();
    private final SoftAuthenticator key;
    private final Map<String, Bytes> lies = new LinkedHashMap<>();
    private UnaryOperator<CborMap> info = UnaryOperator.identity();

    WatchedKey(Profile profile) {
        ManualTicker time = new ManualTicker();
        key = new SoftAuthenticator(profile, new Environment(time, time, new SecureRandom(), UserPresence.ALWAYS));
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

    WatchedKey saying(UnaryOperator<CborMap> changed) {
        UnaryOperator<CborMap> before = info;
        info = map -> changed.apply(before.apply(map));
        return this;
    }

    WatchedKey with(Option option, boolean value) {
        return saying(map -> {
            Map<String, Boolean> options = new LinkedHashMap<>(map.require(AuthenticatorInfo.OPTIONS));
            options.put(option.id(), value);
            return map.toBuilder().put(AuthenticatorInfo.OPTIONS, options).build();
        });
    }

    WatchedKey without(Option option) {
        return saying(map -> {
            Map<String, Boolean> options = new LinkedHashMap<>(map.require(AuthenticatorInfo.OPTIONS));
            options.remove(option.id());
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

    /** What was sent, getInfo and getPINRetries left out, which change nothing. */
    List<String> deeds() {
        return sent.stream()
                .filter(name -> !name.equals(GET_INFO) && !name.equals("06/01"))
                .toList();
    }

    @Override
    public Bytes cbor(Bytes request, Exchange exchange) {
        String name = name(request);
        sent.add(name);
        if (lies.containsKey(name)) {
            return lies.get(name);
        }
        Bytes answer = key.cbor(request, this);
        return name.equals(GET_INFO)
                ? Bytes.ofInts(0)
                        .plus(info.apply(Cbor.decodeMap(answer.from(1))).encode())
                : answer;
    }

    private static String name(Bytes request) {
        int code = request.at(0);
        String name = String.format("%02x", code);
        Optional<Integer> sub = switch (code) {
            case 0x06 -> Cbor.decodeMap(request.from(1)).find(PIN_SUB_COMMAND);
            case 0x0d -> Cbor.decodeMap(request.from(1)).find(CONFIG_SUB_COMMAND);
            default -> Optional.empty();
        };
        return sub.map(number -> name + String.format("/%02x", number)).orElse(name);
    }

    @Override
    public Bytes u2f(Bytes apdu, Exchange exchange) {
        return key.u2f(apdu);
    }

    @Override
    public Transport transport() {
        return Transport.USB;
    }

    @Override
    public void keepalive(Keepalive state) {
        // nobody listens
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public void close() {
        // nothing is open
    }
}
