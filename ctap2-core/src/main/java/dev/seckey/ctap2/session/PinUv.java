package dev.seckey.ctap2.session;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.command.ClientPinResponse;
import dev.seckey.ctap2.extension.HmacSecret;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.MalformedFault;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.CoseKey;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.P256KeyPair;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.pinuv.PinUvAuthProtocol;
import dev.seckey.ctap2.pinuv.Secret;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The PIN side of a session (CTAP 2.3 §6.5): what can be known before a try is spent is found out first. */
public final class PinUv {
    private static final int LEAST_CODE_POINTS = 4;

    private final Ctap2 session;
    private final PinUvAuthProtocol protocol;
    private final SecureRandom random;

    private PinUv(Ctap2 session, PinUvAuthProtocol protocol, SecureRandom random) {
        this.session = session;
        this.protocol = protocol;
        this.random = random;
    }

    /** With the first protocol in the key's order of preference that is known here. */
    public static PinUv of(Ctap2 session, SecureRandom random) {
        List<Integer> offered = session.info().pinUvAuthProtocols();
        PinUvAuthProtocol protocol = offered.stream()
                .flatMap(number -> PinUvAuthProtocol.of(number).stream())
                .findFirst()
                .orElseThrow(() -> new PinFault(
                        Reason.UNSUPPORTED, "this key has no PIN/UV auth protocol that is known here: " + offered));
        return new PinUv(session, protocol, random);
    }

    /** With this protocol, for keys that get their preferred one wrong. */
    public static PinUv of(Ctap2 session, int protocol, SecureRandom random) {
        return new PinUv(
                session,
                PinUvAuthProtocol.of(protocol)
                        .orElseThrow(() -> new PinFault(
                                Reason.UNSUPPORTED, "there is no PIN/UV auth protocol " + protocol + " known here")),
                random);
    }

    public PinRetries retries() {
        ClientPinResponse answer = session.send(ClientPin.getPinRetries());
        return new PinRetries(
                member(answer.pinRetries(), "pinRetries"),
                answer.powerCycleState().orElse(false));
    }

    /**
     * A token for these permissions. Spends a try of the PIN, unless the key's own state says that no PIN can succeed
     * now: then nothing is sent.
     *
     * @param useLastTry whether to go on when only one try is left
     */
    public PinUvAuthToken token(Pin pin, Set<Permission> permissions, Optional<String> rpId, boolean useLastTry) {
        checkBefore(pin, useLastTry);
        P256KeyPair own = P256KeyPair.generate(random);
        try (Secret shared = protocol.agree(own, keyAgreement())) {
            Bytes pinHashEnc = protocol.encryptHash(shared, pin, random);
            ClientPin request = session.info().has(Option.PIN_UV_AUTH_TOKEN)
                    ? ClientPin.getTokenUsingPin(
                            protocol.number(), own.publicKey(), pinHashEnc, Permission.bits(permissions), rpId)
                    : ClientPin.getPinToken(protocol.number(), own.publicKey(), pinHashEnc);
            Bytes encrypted = member(session.send(request).pinUvAuthToken(), "pinUvAuthToken");
            return new PinUvAuthToken(protocol, protocol.decrypt(shared, encrypted));
        }
    }

    /**
     * A token for these permissions by the key's own sensor: the person is asked by the key.
     *
     * @throws dev.seckey.ctap2.fault.AuthenticatorFault if the finger does not match (UV_INVALID) or no try is left
     *     (UV_BLOCKED)
     */
    public PinUvAuthToken tokenUsingUv(Set<Permission> permissions, Optional<String> rpId) {
        P256KeyPair own = P256KeyPair.generate(random);
        try (Secret shared = protocol.agree(own, keyAgreement())) {
            ClientPin request =
                    ClientPin.getTokenUsingUv(protocol.number(), own.publicKey(), Permission.bits(permissions), rpId);
            Bytes encrypted = member(session.send(request).pinUvAuthToken(), "pinUvAuthToken");
            return new PinUvAuthToken(protocol, protocol.decrypt(shared, encrypted));
        }
    }

    /** What one use of the extension hmac-secret needs; works without a PIN. */
    public HmacSecret hmacSecret() {
        return HmacSecret.agree(protocol, keyAgreement(), random);
    }

    private CoseKey keyAgreement() {
        return member(session.send(ClientPin.getKeyAgreement(protocol.number())).keyAgreement(), "keyAgreement");
    }

    private void checkBefore(Pin pin, boolean useLastTry) {
        AuthenticatorInfo info = session.info();
        if (!info.has(Option.CLIENT_PIN)) {
            throw new PinFault(Reason.PIN_NOT_SET, "this key has no PIN yet");
        }
        if (info.forcePinChange()) {
            throw new PinFault(Reason.PIN_CHANGE_FORCED, "this key wants a new PIN before anything else");
        }
        if (pin.codePoints() < LEAST_CODE_POINTS || pin.byteLength() > Pin.MAX_BYTES) {
            throw new PinFault(
                    Reason.PIN_POLICY_VIOLATION,
                    "a PIN has at least 4 characters and at most 63 bytes: this cannot be it",
                    "nothing was sent to the key, no try was lost");
        }
        PinRetries retries = retries();
        retries.requireOpen();
        if (retries.left() == 1 && !useLastTry) {
            throw new PinFault(
                    Reason.PIN_INVALID,
                    "only one try of the PIN is left: a wrong one would block the key for good",
                    "if the PIN is certain, repeat with --use-last-retry");
        }
    }

    private static <T> T member(Optional<T> member, String name) {
        return member.orElseThrow(
                () -> new MalformedFault(CtapStatus.MISSING_PARAMETER, "the key's answer lacks " + name));
    }
}
