package dev.seckey.ctap2.session;

import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.Pin;
import java.util.Optional;
import java.util.Set;

/**
 * Gets a token in the way that asks least of the person (CTAP 2.3 §6.5.5.7): by the key's own user verification, where
 * it may grant what is wanted, and otherwise, or when that fails, by the PIN.
 */
public final class UserVerification implements TokenSource {
    /** Tries at the key where it does not say how many it would like (getInfo, preferredPlatformUvAttempts). */
    private static final int USUAL_ATTEMPTS = 3;

    private final PinUv pinUv;
    private final AuthenticatorInfo info;
    private final Person person;
    private final boolean useLastTry;

    /** Who is asked. */
    public interface Person {
        /** Whether the PIN was given beforehand, so that no finger need be asked for. */
        boolean hasGivenPin();

        /** To be verified by the key itself, now. */
        void verifyAtKey();

        /** That did not work; either it is tried again, or the PIN is asked for. */
        void failedAtKey(Fault why);

        /** For the PIN, which is closed here; empty if there is none to be had. */
        Optional<Pin> pin(PinRetries left);
    }

    /** @param useLastTry whether a PIN may use its last try */
    public UserVerification(PinUv pinUv, AuthenticatorInfo info, Person person, boolean useLastTry) {
        this.pinUv = pinUv;
        this.info = info;
        this.person = person;
        this.useLastTry = useLastTry;
    }

    @Override
    public PinUvAuthToken token(Set<Permission> permissions, Optional<String> rpId) {
        return (builtInGrants(permissions) ? byBuiltIn(permissions, rpId) : Optional.<PinUvAuthToken>empty())
                .orElseGet(() -> byPin(permissions, rpId));
    }

    private boolean builtInGrants(Set<Permission> permissions) {
        boolean pinWillDo = person.hasGivenPin() && info.has(Option.CLIENT_PIN);
        return !pinWillDo
                && info.has(Option.USER_VERIFICATION)
                && info.has(Option.PIN_UV_AUTH_TOKEN)
                && (!permissions.contains(Permission.BIO_ENROLLMENT) || info.has(Option.UV_BIO_ENROLL))
                && (!permissions.contains(Permission.AUTHENTICATOR_CONFIGURATION)
                        || info.has(Option.UV_AUTHENTICATOR_CONFIG));
    }

    /** Empty if the PIN may help. */
    private Optional<PinUvAuthToken> byBuiltIn(Set<Permission> permissions, Optional<String> rpId) {
        int attempts = info.members().get(AuthenticatorInfo.PREFERRED_PLATFORM_UV_ATTEMPTS, USUAL_ATTEMPTS);
        for (int attempt = 1; attempt <= attempts; attempt++) {
            try {
                if (pinUv.uvRetries() == 0) {
                    throw new PinFault(Reason.UV_BLOCKED, "the fingerprint is blocked after too many failures");
                }
                person.verifyAtKey();
                return Optional.of(pinUv.tokenByBuiltInUv(permissions, rpId));
            } catch (Fault e) {
                if (e.reason() != Reason.UV_INVALID && e.reason() != Reason.UV_BLOCKED) {
                    throw e;
                }
                person.failedAtKey(e);
                boolean last = attempt == attempts || e.reason() == Reason.UV_BLOCKED;
                if (last && !info.has(Option.CLIENT_PIN)) {
                    throw e;
                }
                if (e.reason() == Reason.UV_BLOCKED) {
                    break;
                }
            }
        }
        return Optional.empty();
    }

    /** Nobody is asked for a PIN that the key would not take now. */
    private PinUvAuthToken byPin(Set<Permission> permissions, Optional<String> rpId) {
        PinTry.requireGrantable(info, permissions);
        PinTry.of(pinUv, info).requireNoForcedChange();
        PinRetries left = pinUv.requireTry(useLastTry);
        try (Pin pin = person.pin(left).orElseThrow(() -> new PinFault(Reason.PIN_REQUIRED, "the key wants its PIN"))) {
            return pinUv.token(pin, permissions, rpId, useLastTry);
        }
    }
}
