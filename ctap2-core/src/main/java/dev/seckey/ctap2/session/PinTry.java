package dev.seckey.ctap2.session;

import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.Pin;
import java.util.Set;

/** What is looked at before a try of the PIN is spent: whatever can be known to fail is not sent. */
final class PinTry {
    private static final int LEAST_CODE_POINTS = 4;

    private final PinUv pinUv;
    private final AuthenticatorInfo info;

    private PinTry(PinUv pinUv, AuthenticatorInfo info) {
        this.pinUv = pinUv;
        this.info = info;
    }

    static PinTry of(PinUv pinUv, AuthenticatorInfo info) {
        if (info.option(Option.CLIENT_PIN).isEmpty()) {
            throw new PinFault(Reason.UNSUPPORTED, "this key cannot have a PIN");
        }
        if (!info.has(Option.CLIENT_PIN)) {
            throw new PinFault(Reason.PIN_NOT_SET, "this key has no PIN yet");
        }
        return new PinTry(pinUv, info);
    }

    PinTry requireNoForcedChange() {
        if (info.forcePinChange()) {
            throw new PinFault(Reason.PIN_CHANGE_FORCED, "this key wants a new PIN before anything else");
        }
        return this;
    }

    void check(Pin pin, boolean useLastTry) {
        if (pin.codePoints() < LEAST_CODE_POINTS || pin.byteLength() > Pin.MAX_BYTES) {
            throw new PinFault(
                    Reason.PIN_POLICY_VIOLATION,
                    "a PIN has at least 4 characters and at most 63 bytes: this cannot be it",
                    "nothing was sent to the key, no try was lost");
        }
        PinRetries retries = pinUv.retries();
        retries.requireOpen();
        if (retries.left() == 1 && !useLastTry) {
            throw new PinFault(
                    Reason.PIN_INVALID,
                    "only one try of the PIN is left: a wrong one would block the key for good",
                    "if the PIN is certain, repeat with --use-last-retry");
        }
    }

    /** What a token by PIN is never given for (CTAP 2.3 §6.5.5.7.2). */
    static void requireGrantable(AuthenticatorInfo info, Set<Permission> permissions) {
        if (permissions.contains(Permission.PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY) && permissions.size() > 1) {
            throw new IllegalArgumentException("the persistent permission is asked for alone");
        }
        boolean ceremony =
                permissions.contains(Permission.MAKE_CREDENTIAL) || permissions.contains(Permission.GET_ASSERTION);
        if (ceremony && info.has(Option.NO_MC_GA_WITH_CLIENT_PIN)) {
            throw new PinFault(
                    Reason.UNSUPPORTED,
                    "with this key's PIN no credential can be made or used, only with its fingerprint");
        }
    }
}
