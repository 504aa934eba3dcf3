package dev.seckey.ctap2.soft;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.cbor.Cbor;
import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.Command;
import dev.seckey.ctap2.command.EnrollSampleStatus;
import dev.seckey.ctap2.command.GetInfo;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.model.Aaguid;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.server.Waiting;
import dev.seckey.ctap2.transport.Keepalive;
import dev.seckey.ctap2.transport.ManualTicker;
import dev.seckey.ctap2.u2f.U2fRequest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/** A software authenticator whose time and whose user are the test's, and a client that reaches it without a wire. */
final class KeyInHand implements Waiting {
    static final String PIN = "1234";

    final ManualTicker time = new ManualTicker();
    final List<Keepalive> keepalives = new ArrayList<>();
    final SoftAuthenticator key;
    UserPresence user = UserPresence.ALWAYS;

    /** Keepalives after which the client cancels. */
    int patience = Integer.MAX_VALUE;

    /** By which its requests come. */
    String transport = "usb";

    /** What lies on the sensor, if the key has one. */
    Finger finger = Finger.GOOD;

    KeyInHand(Profile profile) {
        this(profile, Memory.NONE);
    }

    KeyInHand(Profile profile, Memory memory) {
        Finger asTheTestHasIt = new Finger() {
            @Override
            public EnrollSampleStatus sample() {
                return finger.sample();
            }

            @Override
            public boolean matches() {
                return finger.matches();
            }
        };
        UserPresence whoeverIsThere = new UserPresence() {
            @Override
            public Answer answer(long waited) {
                return user.answer(waited);
            }

            @Override
            public boolean isAsked() {
                return user.isAsked();
            }
        };
        Environment environment = new Environment(time, time, new SecureRandom(), whoeverIsThere, asTheTestHasIt);
        key = new SoftAuthenticator(profile, environment, memory);
    }

    static KeyInHand named(String profile) {
        return new KeyInHand(SimulatedProfiles.named(profile).orElseThrow());
    }

    static KeyInHand plain() {
        return new KeyInHand(profile());
    }

    static KeyInHand withPin() {
        return new KeyInHand(profile().withPin(PIN));
    }

    /** A certified simulated model: its attestation verifies. */
    static Profile profile() {
        return SimulatedProfiles.named("level2").orElseThrow();
    }

    static Aaguid aaguid() {
        return profile().aaguid();
    }

    /** @throws AuthenticatorFault if the status is not success */
    <R> R send(Command<R> command) {
        Bytes answer = cbor(command.encode());
        if (answer.at(0) != CtapStatus.OK.number()) {
            throw new AuthenticatorFault(answer.at(0));
        }
        return command.decode(
                answer.size() == 1
                        ? new Cbor.Decoded<>(CborMap.EMPTY, List.of())
                        : Cbor.decodeMap(answer.from(1).toArray()));
    }

    CtapStatus status(Command<?> command) {
        return CtapStatus.of(cbor(command.encode()).at(0));
    }

    Bytes cbor(Bytes request) {
        return key.cbor(request, this);
    }

    AuthenticatorInfo info() {
        return send(new GetInfo());
    }

    /** The answer and its status word. */
    Bytes u2f(U2fRequest<?> request) {
        return key.u2f(request.apdu().encodeExtended());
    }

    @Override
    public void keepalive(Keepalive state) {
        keepalives.add(state);
    }

    @Override
    public boolean isCancelled() {
        return keepalives.size() >= patience;
    }

    @Override
    public String cameBy() {
        return transport;
    }
}
