package dev.seckey.ctap2.session;

import static dev.seckey.ctap2.session.Answers.member;

import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.command.ClientPin;
import dev.seckey.ctap2.command.ClientPinResponse;
import dev.seckey.ctap2.extension.HmacSecret;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.fault.ReadBackFault;
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
        PinUvAuthProtocol chosen = PinUvAuthProtocol.of(protocol)
                .filter(known -> session.info().pinUvAuthProtocols().contains(protocol))
                .orElseThrow(() -> new PinFault(
                        Reason.UNSUPPORTED,
                        "this key does not have PIN/UV auth protocol " + protocol + ", only "
                                + session.info().pinUvAuthProtocols()));
        return new PinUv(session, chosen, random);
    }

    public PinRetries retries() {
        ClientPinResponse answer = session.send(ClientPin.getPinRetries());
        return new PinRetries(
                member(answer.pinRetries(), "pinRetries"),
                answer.powerCycleState().orElse(false));
    }

    /** How many failures the key's own user verification still allows; 0: blocked until the PIN is used. */
    public int uvRetries() {
        return member(session.send(ClientPin.getUvRetries()).uvRetries(), "uvRetries");
    }

    /**
     * Whether a PIN can be tried now at all; nobody need be asked for one that cannot succeed.
     *
     * @param useLastTry whether to go on when only one try is left
     * @return how many are left
     * @throws PinFault if there is no PIN, or none may be tried
     */
    public PinRetries requireTry(boolean useLastTry) {
        return PinTry.of(this, session.info()).require(useLastTry);
    }

    /** Whether the key can be given its first PIN. */
    public void requireNoPin() {
        Optional<Boolean> set = session.info().option(Option.CLIENT_PIN);
        if (set.isEmpty()) {
            throw PinTry.noPinPossible();
        }
        if (set.get()) {
            throw new PinFault(Reason.PIN_ALREADY_SET, "this key has a PIN already");
        }
    }

    /** Sets the first PIN (CTAP 2.3 §6.5.5.5) and looks whether it is there. */
    public void set(Pin newPin) {
        requireNoPin();
        PinRules.of(session.info()).check(newPin);
        try (Agreement agreed = agree()) {
            Bytes newPinEnc = protocol.encryptNew(agreed.shared, newPin, random);
            Bytes param = protocol.authenticate(agreed.shared, newPinEnc.toArray());
            session.send(ClientPin.setPin(protocol.number(), agreed.own.publicKey(), newPinEnc, param));
        }
        if (!session.refreshInfo().has(Option.CLIENT_PIN)) {
            throw new ReadBackFault("it still has no PIN");
        }
    }

    /**
     * Changes the PIN (CTAP 2.3 §6.5.5.6) and looks whether the key is content. Spends a try of the old one, unless the
     * key's own state says that it cannot succeed: then nothing is sent.
     *
     * @param useLastTry whether to go on when only one try is left
     */
    public void change(Pin current, Pin newPin, boolean useLastTry) {
        PinTry.of(this, session.info()).check(current, useLastTry);
        PinRules.of(session.info()).check(newPin);
        if (session.info().forcePinChange() && current.isSameAs(newPin)) {
            throw new PinFault(
                    Reason.PIN_POLICY_VIOLATION,
                    "this key wants another PIN, and the new one is the old one",
                    "nothing was sent to the key, no try was lost");
        }
        try (Agreement agreed = agree()) {
            Bytes newPinEnc = protocol.encryptNew(agreed.shared, newPin, random);
            Bytes pinHashEnc = protocol.encryptHash(agreed.shared, current, random);
            Bytes param = protocol.authenticate(
                    agreed.shared, newPinEnc.plus(pinHashEnc).toArray());
            spendTry(ClientPin.changePin(protocol.number(), agreed.own.publicKey(), newPinEnc, pinHashEnc, param));
        }
        AuthenticatorInfo now = session.refreshInfo();
        if (!now.has(Option.CLIENT_PIN) || now.forcePinChange()) {
            throw new ReadBackFault("the key still wants a new PIN");
        }
    }

    /**
     * A token for these permissions. Spends a try of the PIN, unless the key's own state says that no PIN can succeed
     * now: then nothing is sent.
     *
     * @param useLastTry whether to go on when only one try is left
     */
    public PinUvAuthToken token(Pin pin, Set<Permission> permissions, Optional<String> rpId, boolean useLastTry) {
        AuthenticatorInfo info = session.info();
        PinTry.requireGrantable(info, permissions);
        PinTry.of(this, info).requireNoForcedChange().check(pin, useLastTry);
        return tokenByPin(pin, permissions, rpId);
    }

    /** What a PIN that was tried turned out to be, if it was right. */
    public enum Right {
        USABLE,
        /** It is right, and the key wants another before it does anything. */
        MUST_BE_CHANGED
    }

    /**
     * Tries the PIN, for nothing else than to know whether it is right; a wrong one costs a try and is thrown.
     *
     * @param useLastTry whether to go on when only one try is left
     */
    public Right verify(Pin pin, boolean useLastTry) {
        AuthenticatorInfo info = session.info();
        boolean forced = info.forcePinChange();
        PinTry attempt = PinTry.of(this, info);
        if (forced && !info.has(Option.PIN_UV_AUTH_TOKEN)) {
            attempt.requireNoForcedChange(); // such a key calls the right PIN wrong (CTAP 2.3 §6.5.5.7.1)
        }
        attempt.check(pin, useLastTry);
        Permission harmless =
                info.has(Option.NO_MC_GA_WITH_CLIENT_PIN) ? Permission.CREDENTIAL_MANAGEMENT : Permission.GET_ASSERTION;
        try {
            tokenByPin(pin, Set.of(harmless), Optional.of("seckey.invalid")).close();
            return Right.USABLE;
        } catch (AuthenticatorFault e) {
            if (forced && e.status() == CtapStatus.PIN_POLICY_VIOLATION) {
                return Right.MUST_BE_CHANGED; // said only after the PIN was found right (§6.5.5.7.2)
            }
            throw e;
        }
    }

    /** A token by the key's own user verification (CTAP 2.3 §6.5.5.7.3): a fingerprint, say, which it asks for now. */
    public PinUvAuthToken tokenByBuiltInUv(Set<Permission> permissions, Optional<String> rpId) {
        try (Agreement agreed = agree()) {
            return agreed.token(ClientPin.getTokenUsingUv(
                    protocol.number(), agreed.own.publicKey(), Permission.bits(permissions), rpId));
        }
    }

    /** What one use of the extension hmac-secret needs; works without a PIN. */
    public HmacSecret hmacSecret() {
        return HmacSecret.agree(protocol, keyAgreement(), random);
    }

    private PinUvAuthToken tokenByPin(Pin pin, Set<Permission> permissions, Optional<String> rpId) {
        try (Agreement agreed = agree()) {
            Bytes pinHashEnc = protocol.encryptHash(agreed.shared, pin, random);
            CoseKey own = agreed.own.publicKey();
            return agreed.token(
                    session.info().has(Option.PIN_UV_AUTH_TOKEN)
                            ? ClientPin.getTokenUsingPin(
                                    protocol.number(), own, pinHashEnc, Permission.bits(permissions), rpId)
                            : ClientPin.getPinToken(protocol.number(), own, pinHashEnc));
        }
    }

    /** Says with a wrong PIN how many tries it has left. */
    private ClientPinResponse spendTry(ClientPin request) {
        try {
            return session.send(request);
        } catch (AuthenticatorFault e) {
            if (e.status() != CtapStatus.PIN_INVALID) {
                throw e;
            }
            int left = retries().left();
            throw new PinFault(
                    Reason.PIN_INVALID,
                    e.getMessage() + "; " + (left == 1 ? "1 try is left" : left + " tries are left"),
                    e);
        }
    }

    private Agreement agree() {
        P256KeyPair own = P256KeyPair.generate(random);
        return new Agreement(own, protocol.agree(own, keyAgreement()));
    }

    private CoseKey keyAgreement() {
        return member(session.send(ClientPin.getKeyAgreement(protocol.number())).keyAgreement(), "keyAgreement");
    }

    /** A secret shared with the key for one request; wiped after it. */
    private final class Agreement implements AutoCloseable {
        private final P256KeyPair own;
        private final Secret shared;

        Agreement(P256KeyPair own, Secret shared) {
            this.own = own;
            this.shared = shared;
        }

        PinUvAuthToken token(ClientPin request) {
            Bytes encrypted = member(spendTry(request).pinUvAuthToken(), "pinUvAuthToken");
            return new PinUvAuthToken(protocol, protocol.decrypt(shared, encrypted));
        }

        @Override
        public void close() {
            shared.close();
        }
    }
}
