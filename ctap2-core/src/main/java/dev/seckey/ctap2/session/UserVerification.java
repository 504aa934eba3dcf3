package dev.seckey.ctap2.session;

import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.Pin;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * How a key gets to know that its user is there: by its own sensor where it has one, else by PIN. The person is asked
 * once, before a token is fetched, and never between getting a token and using it; each touch wants a new token, which
 * is then to be had without asking again (CTAP 2.3 §6.5.2.1).
 */
public final class UserVerification implements AutoCloseable {
    private final Ctap2 session;
    private final Supplier<Optional<Pin>> person;
    private final boolean useLastTry;
    private final SecureRandom random;
    private Optional<Pin> pin = Optional.empty();
    private boolean sensorFailed;

    /**
     * @param person asked for the PIN at most once, and only if it is needed; empty if there is nobody
     * @param useLastTry whether the last try of the PIN may be spent
     */
    public UserVerification(Ctap2 session, Supplier<Optional<Pin>> person, boolean useLastTry, SecureRandom random) {
        this.session = session;
        this.person = person;
        this.useLastTry = useLastTry;
        this.random = random;
    }

    /** Whether the key verifies its user only when the request itself asks for it: it has a sensor and no tokens. */
    public boolean isByOption() {
        return info().has(Option.USER_VERIFICATION) && !info().has(Option.PIN_UV_AUTH_TOKEN);
    }

    /**
     * Gets what a token for these permissions will need from the person.
     *
     * @throws PinFault if the key has no user verification set up, takes no PIN now, or there is nobody to ask
     */
    public void prepare(Set<Permission> permissions) {
        if (bySensor(permissions) || pin.isPresent()) {
            return;
        }
        requireUsablePin(permissions);
        pin = person.get();
        if (pin.isEmpty()) {
            throw new PinFault(Reason.PIN_REQUIRED, "the key wants its PIN, and there is nobody to ask for it");
        }
    }

    /**
     * A fresh token: to be used at once.
     *
     * @param rpId absent where the token is for all relying parties
     */
    public PinUvAuthToken token(Set<Permission> permissions, Optional<String> rpId) {
        prepare(permissions);
        PinUv pinUv = PinUv.of(session, random);
        if (bySensor(permissions)) {
            try {
                return pinUv.tokenUsingUv(permissions, rpId);
            } catch (AuthenticatorFault e) {
                if (!fallsBackOnPin(e)) {
                    throw e;
                }
                sensorFailed = true;
                prepare(permissions);
            }
        }
        return tokenUsingPin(pinUv, permissions, rpId);
    }

    private PinUvAuthToken tokenUsingPin(PinUv pinUv, Set<Permission> permissions, Optional<String> rpId) {
        try {
            return pinUv.token(pin.orElseThrow(), permissions, rpId, useLastTry);
        } catch (AuthenticatorFault e) {
            throw e.reason() == Reason.PIN_INVALID
                    ? new PinFault(
                            Reason.PIN_INVALID,
                            e.getMessage() + "; " + pinUv.retries().left() + " tries are left")
                    : e;
        }
    }

    private void requireUsablePin(Set<Permission> permissions) {
        if (!info().has(Option.CLIENT_PIN)) {
            throw new PinFault(Reason.PIN_NOT_SET, "this key has no PIN yet, and this needs one");
        }
        if (info().has(Option.NO_MC_GA_WITH_CLIENT_PIN) && isForCredentials(permissions)) {
            throw new PinFault(Reason.UNSUPPORTED, "this key takes no PIN for this, only its own sensor");
        }
        if (info().forcePinChange()) {
            throw new PinFault(Reason.PIN_CHANGE_FORCED, "this key wants a new PIN before anything else");
        }
        PinUv.of(session, random).retries().requireOpen();
    }

    private boolean fallsBackOnPin(AuthenticatorFault fault) {
        return (fault.reason() == Reason.UV_INVALID || fault.reason() == Reason.UV_BLOCKED)
                && info().has(Option.CLIENT_PIN);
    }

    /** Not every permission is to be had by sensor (CTAP 2.3 §6.5.5.7.3). */
    private boolean bySensor(Set<Permission> permissions) {
        return !sensorFailed
                && info().has(Option.USER_VERIFICATION)
                && info().has(Option.PIN_UV_AUTH_TOKEN)
                && (!permissions.contains(Permission.BIO_ENROLLMENT) || info().has(Option.UV_BIO_ENROLL))
                && (!permissions.contains(Permission.AUTHENTICATOR_CONFIGURATION)
                        || info().has(Option.UV_AUTHENTICATOR_CONFIG));
    }

    private static boolean isForCredentials(Set<Permission> permissions) {
        return permissions.contains(Permission.MAKE_CREDENTIAL) || permissions.contains(Permission.GET_ASSERTION);
    }

    private AuthenticatorInfo info() {
        return session.info();
    }

    @Override
    public void close() {
        pin.ifPresent(Pin::close);
        pin = Optional.empty();
    }
}
