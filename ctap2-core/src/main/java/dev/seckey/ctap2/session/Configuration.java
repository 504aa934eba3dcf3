package dev.seckey.ctap2.session;

import dev.seckey.ctap2.cbor.CborMap;
import dev.seckey.ctap2.cbor.Field;
import dev.seckey.ctap2.command.AuthenticatorConfig;
import dev.seckey.ctap2.command.AuthenticatorConfig.Sub;
import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.CtapStatus;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.fault.ReadBackFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The settings of a key (authenticatorConfig, CTAP 2.3 §6.11). Each is looked at first; what is so already needs no
 * {@link Change}. A change is sent once and never repeated: a second toggle would undo the first.
 */
public final class Configuration {
    private final Ctap2 session;
    private final Supplier<PinUvAuthToken> tokens;

    /**
     * @param tokens with the permission authenticatorConfiguration; asked for only when a change is made that the key
     *     does not make without, and closed after it
     */
    public Configuration(Ctap2 session, Supplier<PinUvAuthToken> tokens) {
        this.session = session;
        this.tokens = tokens;
    }

    /** CTAP 2.3 §6.11.1. */
    public Optional<Change> enterpriseAttestation() {
        requireOption(Option.ENTERPRISE_ATTESTATION, "enterprise attestation");
        if (info().has(Option.ENTERPRISE_ATTESTATION)) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                "enterprise attestation: off, becomes on (the key may then tell chosen sites its serial number)",
                true,
                () -> make(
                        Sub.ENABLE_ENTERPRISE_ATTESTATION,
                        CborMap.EMPTY,
                        now -> now.has(Option.ENTERPRISE_ATTESTATION),
                        "enterprise attestation is off")));
    }

    /** CTAP 2.3 §6.11.2: the key knows only a toggle, so its state is looked at first. */
    public Optional<Change> alwaysUv(boolean on) {
        requireOption(Option.ALWAYS_UV, "always-UV");
        if (info().has(Option.ALWAYS_UV) == on) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                on
                        ? "always-UV: off, becomes on (PIN or fingerprint for everything; U2F goes off)"
                        : "always-UV: on, becomes off",
                false,
                () -> toggleAlwaysUv(on)));
    }

    private void toggleAlwaysUv(boolean on) {
        try {
            make(
                    Sub.TOGGLE_ALWAYS_UV,
                    CborMap.EMPTY,
                    now -> now.has(Option.ALWAYS_UV) == on,
                    "always-UV is " + (on ? "off" : "on"));
        } catch (AuthenticatorFault e) {
            throw e.status() == CtapStatus.OPERATION_DENIED
                    ? new TransportFault(
                            Reason.UNSUPPORTED, "this key does not let always-UV be switched " + (on ? "on" : "off"), e)
                    : e;
        }
    }

    /**
     * CTAP 2.3 §6.11.4. The minimum can only grow, and raising it above the PIN that is set forces that PIN's change.
     * Which relying parties may read it cannot be read back, so naming some is always a change.
     *
     * @param length in code points
     * @param rpIds those that may learn the minimum, instead of those named before; empty: as before
     */
    public Optional<Change> minPinLength(int length, List<String> rpIds) {
        return pinRules(length, rpIds, false);
    }

    /**
     * CTAP 2.3 §6.11.4: all rules for PINs in one command. As {@link #minPinLength}, and with the complexity policy; a PIN
     * that is set when that is switched on must be changed.
     *
     * @param complexity whether to switch the complexity policy on; it can only be switched on
     */
    public Optional<Change> pinRules(int length, List<String> rpIds, boolean complexity) {
        requireSetMinPinLength("a minimum PIN length to be set");
        PinRulesChange change = new PinRulesChange(info(), length, rpIds, complexity && !knownPinComplexity());
        change.requireAllowed();
        if (change.isNone()) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                change.describe(),
                change.isForGood(),
                () -> make(Sub.SET_MIN_PIN_LENGTH, change.parameters(), change::isDone, change.otherwise())));
    }

    private boolean knownPinComplexity() {
        return info().members()
                .find(AuthenticatorInfo.PIN_COMPLEXITY_POLICY)
                .orElseThrow(() -> unsupported("a PIN complexity policy"));
    }

    /** CTAP 2.3 §6.11.4: afterwards the key gives no token before its PIN is changed, so this comes last. */
    public Optional<Change> forcePinChange() {
        requireSetMinPinLength("a PIN change to be forced");
        if (info().forcePinChange()) {
            return Optional.empty();
        }
        if (!info().has(Option.CLIENT_PIN)) {
            throw new PinFault(Reason.PIN_NOT_SET, "this key has no PIN whose change could be forced");
        }
        return Optional.of(new Change(
                "PIN: usable, must be changed before the key does anything else",
                false,
                () -> make(
                        Sub.SET_MIN_PIN_LENGTH,
                        CborMap.builder()
                                .put(AuthenticatorConfig.FORCE_CHANGE_PIN, true)
                                .build(),
                        AuthenticatorInfo::forcePinChange,
                        "the PIN need not be changed")));
    }

    /** CTAP 2.3 §6.11.4. */
    public Optional<Change> pinComplexity() {
        String name = "a PIN complexity policy";
        requireSetMinPinLength(name);
        return flag(
                knownPinComplexity(),
                AuthenticatorInfo.PIN_COMPLEXITY_POLICY,
                name,
                "PIN complexity policy: off, becomes on (the key refuses PINs that it finds too simple)",
                Sub.SET_MIN_PIN_LENGTH,
                CborMap.builder()
                        .put(AuthenticatorConfig.PIN_COMPLEXITY_POLICY, true)
                        .build());
    }

    /** CTAP 2.3 §6.11.5. Keys list the command (authenticatorConfigCommands), or at least say what a reset wants. */
    public Optional<Change> longTouchForReset() {
        String name = "a long touch for reset";
        requireConfig(name);
        if (!knowsLongTouchForReset(info())) {
            throw unsupported(name);
        }
        return flag(
                info().members().get(AuthenticatorInfo.LONG_TOUCH_FOR_RESET, false),
                AuthenticatorInfo.LONG_TOUCH_FOR_RESET,
                name,
                "touch for a reset: short, becomes long (a reset by accident gets harder)",
                Sub.ENABLE_LONG_TOUCH_FOR_RESET,
                CborMap.EMPTY);
    }

    /** Whether a long touch for reset is on, or can be switched on. */
    public static boolean knowsLongTouchForReset(AuthenticatorInfo info) {
        Optional<Boolean> longTouch = info.members().find(AuthenticatorInfo.LONG_TOUCH_FOR_RESET);
        return longTouch.orElse(false)
                || info.members()
                        .find(AuthenticatorInfo.AUTHENTICATOR_CONFIG_COMMANDS)
                        .map(commands -> commands.contains(Sub.ENABLE_LONG_TOUCH_FOR_RESET.number()))
                        .orElse(longTouch.isPresent());
    }

    private Optional<Change> flag(
            boolean on, Field<Boolean> member, String name, String description, Sub sub, CborMap params) {
        if (on) {
            return Optional.empty();
        }
        return Optional.of(new Change(
                description,
                true,
                () -> make(sub, params, now -> now.members().get(member, false), name + " is still off")));
    }

    private AuthenticatorInfo info() {
        return session.info();
    }

    private void requireConfig(String what) {
        if (!info().has(Option.AUTHENTICATOR_CONFIG)) {
            throw unsupported(what);
        }
    }

    /** Of an option that is there, off or on: absent means that the key has no such thing. */
    private void requireOption(Option option, String what) {
        requireConfig(what);
        if (info().option(option).isEmpty()) {
            throw unsupported(what);
        }
    }

    private void requireSetMinPinLength(String what) {
        if (!info().has(Option.AUTHENTICATOR_CONFIG) || !info().has(Option.SET_MIN_PIN_LENGTH)) {
            throw unsupported(what);
        }
    }

    static TransportFault unsupported(String what) {
        return new TransportFault(Reason.UNSUPPORTED, "this key does not know " + what);
    }

    private void make(Sub sub, CborMap params, Predicate<AuthenticatorInfo> done, String otherwise) {
        AuthenticatorConfig command = AuthenticatorConfig.of(sub, params);
        if (wantsToken(sub)) {
            try (PinUvAuthToken token = tokens.get()) {
                session.send(command.with(token.authenticate(command.authenticated())));
            }
        } else {
            session.send(command);
        }
        if (!done.test(session.refreshInfo())) {
            throw new ReadBackFault(otherwise);
        }
    }

    /** A key without PIN and fingerprint cannot ask for them; under always-UV it then lets only that be switched. */
    private boolean wantsToken(Sub sub) {
        return info().protectedByUserVerification() || info().has(Option.ALWAYS_UV) && sub != Sub.TOGGLE_ALWAYS_UV;
    }
}
