package dev.seckey.ctap2.session;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.command.AuthenticatorConfig;
import dev.seckey.ctap2.command.AuthenticatorConfig.Sub;
import dev.seckey.ctap2.fault.ReadBackFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import java.util.List;
import java.util.Optional;

/**
 * The settings of a key (authenticatorConfig, CTAP 2.3 §6.11). Each is looked at before, changed only if need be, and read
 * back after. A toggle is never repeated: that would undo it.
 */
public final class Configuration {
    private final Ctap2 session;
    private final Optional<PinUvAuthToken> token;

    /** What a setting's call came to. */
    public enum Outcome {
        CHANGED,
        /** It was so already: nothing was sent. */
        UNCHANGED
    }

    /** @param token with the permission authenticatorConfiguration; absent while the key has no user verification */
    public Configuration(Ctap2 session, Optional<PinUvAuthToken> token) {
        this.session = session;
        this.token = token;
    }

    /** CTAP 2.3 §6.11.1. Irreversible but by reset. */
    public Outcome enableEnterpriseAttestation() {
        requireOption(Option.ENTERPRISE_ATTESTATION, "enterprise attestation");
        if (info().has(Option.ENTERPRISE_ATTESTATION)) {
            return Outcome.UNCHANGED;
        }
        send(Sub.ENABLE_ENTERPRISE_ATTESTATION, CborMap.EMPTY);
        return changed(session.refreshInfo().has(Option.ENTERPRISE_ATTESTATION), "enterprise attestation is off");
    }

    /** CTAP 2.3 §6.11.2: the key knows only a toggle, so its state is looked at first. */
    public Outcome alwaysUv(boolean on) {
        requireOption(Option.ALWAYS_UV, "always-UV");
        if (info().has(Option.ALWAYS_UV) == on) {
            return Outcome.UNCHANGED;
        }
        send(Sub.TOGGLE_ALWAYS_UV, CborMap.EMPTY);
        boolean now = session.refreshInfo().has(Option.ALWAYS_UV);
        return changed(now == on, "always-UV is " + (now ? "on" : "off"));
    }

    /**
     * CTAP 2.3 §6.11.4. The minimum can only grow. Which relying parties may read it cannot be read back.
     *
     * @param length in code points
     * @param rpIds those that may learn the minimum; empty: as before
     */
    public Outcome minPinLength(int length, List<String> rpIds) {
        requireOption(Option.SET_MIN_PIN_LENGTH, "a minimum PIN length to be set");
        int before = info().minPinLength();
        if (length < before) {
            throw new TransportFault(
                    Reason.KEY_REFUSED,
                    "the minimum PIN length is " + before + " and can only grow; a reset brings it back");
        }
        if (length == before && rpIds.isEmpty()) {
            return Outcome.UNCHANGED;
        }
        CborMap.Builder params = CborMap.builder().put(AuthenticatorConfig.NEW_MIN_PIN_LENGTH, length);
        if (!rpIds.isEmpty()) {
            params.put(AuthenticatorConfig.MIN_PIN_LENGTH_RPIDS, rpIds);
        }
        send(Sub.SET_MIN_PIN_LENGTH, params.build());
        int now = session.refreshInfo().minPinLength();
        return changed(now == length, "the minimum PIN length is " + now);
    }

    /** CTAP 2.3 §6.11.4: afterwards the key gives no token before its PIN is changed, so this comes last. */
    public Outcome forcePinChange() {
        requireOption(Option.SET_MIN_PIN_LENGTH, "a PIN change to be forced");
        if (info().forcePinChange()) {
            return Outcome.UNCHANGED;
        }
        send(
                Sub.SET_MIN_PIN_LENGTH,
                CborMap.builder()
                        .put(AuthenticatorConfig.FORCE_CHANGE_PIN, true)
                        .build());
        return changed(session.refreshInfo().forcePinChange(), "the PIN need not be changed");
    }

    /** CTAP 2.3 §6.11.4. Irreversible but by reset. */
    public Outcome enablePinComplexity() {
        Optional<Boolean> policy = info().members().find(AuthenticatorInfo.PIN_COMPLEXITY_POLICY);
        if (policy.isEmpty()) {
            throw unsupported("a PIN complexity policy");
        }
        if (policy.get()) {
            return Outcome.UNCHANGED;
        }
        send(
                Sub.SET_MIN_PIN_LENGTH,
                CborMap.builder()
                        .put(AuthenticatorConfig.PIN_COMPLEXITY_POLICY, true)
                        .build());
        boolean now = session.refreshInfo().members().get(AuthenticatorInfo.PIN_COMPLEXITY_POLICY, false);
        return changed(now, "the PIN complexity policy is off");
    }

    /** CTAP 2.3 §6.11.5. Irreversible but by reset. */
    public Outcome enableLongTouchForReset() {
        Optional<Boolean> longTouch = info().members().find(AuthenticatorInfo.LONG_TOUCH_FOR_RESET);
        if (longTouch.isEmpty()) {
            throw unsupported("a long touch for reset");
        }
        if (longTouch.get()) {
            return Outcome.UNCHANGED;
        }
        send(Sub.ENABLE_LONG_TOUCH_FOR_RESET, CborMap.EMPTY);
        boolean now = session.refreshInfo().members().get(AuthenticatorInfo.LONG_TOUCH_FOR_RESET, false);
        return changed(now, "a reset still wants a short touch");
    }

    private AuthenticatorInfo info() {
        return session.info();
    }

    private void requireOption(Option option, String what) {
        if (!info().has(Option.AUTHENTICATOR_CONFIG) || info().option(option).isEmpty()) {
            throw unsupported(what);
        }
    }

    private static TransportFault unsupported(String what) {
        return new TransportFault(Reason.UNSUPPORTED, "this key does not know " + what);
    }

    private static Outcome changed(boolean asWanted, String otherwise) {
        if (!asWanted) {
            throw new ReadBackFault(otherwise);
        }
        return Outcome.CHANGED;
    }

    private void send(Sub sub, CborMap params) {
        AuthenticatorConfig command = AuthenticatorConfig.of(sub, params);
        session.send(token.map(held -> command.with(held.authenticate(command.authenticated())))
                .orElse(command));
    }
}
