package dev.seckey.cli.unlock;

import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.session.PinUv;
import dev.seckey.ctap2.session.PinUvAuthToken;
import dev.seckey.ctap2.session.TokenSource;
import dev.seckey.ctap2.session.UserVerification;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;

/**
 * Gives one command its tokens. The PIN is asked for once, when the first is wanted, and wiped at the end: a token must be
 * used at once, so a command that asks the person something in between fetches another.
 */
public final class Tokens implements TokenSource, AutoCloseable {
    private final Ctap2 session;
    private final SecureRandom random;
    private final boolean useLastRetry;
    private final UserVerification.Person person;
    private Optional<Pin> pin = Optional.empty();

    public Tokens(Ctap2 session, SecureRandom random, boolean useLastRetry, UserVerification.Person person) {
        this.session = session;
        this.random = random;
        this.useLastRetry = useLastRetry;
        this.person = person;
    }

    /** For all relying parties. The caller closes it. */
    public PinUvAuthToken get(Set<Permission> permissions) {
        return token(permissions, Optional.empty());
    }

    @Override
    public PinUvAuthToken token(Set<Permission> permissions, Optional<String> rpId) {
        if (!session.info().protectedByUserVerification()) {
            throw session.info().option(Option.CLIENT_PIN).isPresent()
                    ? new PinFault(Reason.PIN_NOT_SET, "this key has no PIN yet, and this wants one")
                    : new PinFault(Reason.UNSUPPORTED, "this wants a PIN, and this key cannot have one");
        }
        return new UserVerification(PinUv.of(session, random), session.info(), new Asked(), useLastRetry)
                .token(permissions, rpId);
    }

    private final class Asked implements UserVerification.Person {
        @Override
        public boolean hasGivenPin() {
            return person.hasGivenPin();
        }

        @Override
        public void verifyAtKey() {
            person.verifyAtKey();
        }

        @Override
        public void failedAtKey(Fault why) {
            person.failedAtKey(why);
        }

        /** A copy, since whoever asks wipes what it gets. */
        @Override
        public Optional<Pin> pin(PinRetries left) {
            if (pin.isEmpty()) {
                pin = person.pin(left);
            }
            return pin.map(Pin::copy);
        }
    }

    @Override
    public void close() {
        pin.ifPresent(Pin::close);
    }
}
