package dev.seckey.cli.unlock;

import dev.seckey.ctap2.fault.AuthenticatorFault;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PinUv;
import dev.seckey.ctap2.session.PinUvAuthToken;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Gives one command its tokens. The PIN is asked for once, when the first is wanted, and wiped at the end: a token must be
 * used at once, so a command that asks the person something in between fetches another.
 */
public final class Tokens implements AutoCloseable {
    private final Ctap2 session;
    private final SecureRandom random;
    private final boolean useLastRetry;
    private final Supplier<Optional<Pin>> person;
    private Optional<Pin> pin = Optional.empty();

    /** @param person gives the PIN; empty if none was given and nobody can be asked */
    public Tokens(Ctap2 session, SecureRandom random, boolean useLastRetry, Supplier<Optional<Pin>> person) {
        this.session = session;
        this.random = random;
        this.useLastRetry = useLastRetry;
        this.person = person;
    }

    /** For all relying parties. The caller closes it. */
    public PinUvAuthToken get(Set<Permission> permissions) {
        PinUv pinUv = PinUv.of(session, random);
        try {
            return pinUv.token(pin(pinUv), permissions, Optional.empty(), useLastRetry);
        } catch (AuthenticatorFault e) {
            throw e.reason() == Reason.PIN_INVALID ? withTriesLeft(e, pinUv) : e;
        }
    }

    /** Nobody is asked for a PIN that cannot succeed. */
    private Pin pin(PinUv pinUv) {
        if (pin.isEmpty()) {
            if (!session.info().has(Option.CLIENT_PIN)) {
                throw new PinFault(Reason.PIN_NOT_SET, "this key has no PIN yet, and this wants one");
            }
            pinUv.retries().requireOpen();
            pin = person.get();
        }
        return pin.orElseThrow(() -> new PinFault(Reason.PIN_REQUIRED, "the key wants its PIN"));
    }

    private static PinFault withTriesLeft(AuthenticatorFault wrongPin, PinUv pinUv) {
        int left = pinUv.retries().left();
        return new PinFault(Reason.PIN_INVALID, wrongPin.getMessage() + "; " + left + " tries are left");
    }

    @Override
    public void close() {
        pin.ifPresent(Pin::close);
    }
}
