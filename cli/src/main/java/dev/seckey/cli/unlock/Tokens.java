package dev.seckey.cli.unlock;

import dev.seckey.cli.terminal.Prompts;
import dev.seckey.ctap2.fault.Fault;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PinUv;
import dev.seckey.ctap2.session.PinUvAuthToken;
import dev.seckey.ctap2.session.TokenSource;
import dev.seckey.ctap2.session.UserVerification;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Gives one command its tokens. The PIN is asked for once, when the first is wanted, and wiped at the end: a token must be
 * used at once, so a command that asks the person something in between fetches another.
 */
public final class Tokens implements TokenSource, AutoCloseable {
    private final Ctap2 session;
    private final SecureRandom random;
    private final boolean useLastRetry;
    private final Supplier<Optional<Pin>> person;
    private final Prompts prompts;
    private Optional<Pin> pin = Optional.empty();

    /** @param person gives the PIN; empty if none was given and nobody can be asked */
    public Tokens(
            Ctap2 session, SecureRandom random, boolean useLastRetry, Supplier<Optional<Pin>> person, Prompts prompts) {
        this.session = session;
        this.random = random;
        this.useLastRetry = useLastRetry;
        this.person = person;
        this.prompts = prompts;
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
        public void verifyAtKey() {
            prompts.say("lay your finger on the key");
        }

        @Override
        public void failedAtKey(Fault why) {
            prompts.say("seckey: " + why.getMessage());
        }

        /** A copy, since whoever asks wipes what it gets. */
        @Override
        public Optional<Pin> pin() {
            if (pin.isEmpty()) {
                pin = person.get();
            }
            return pin.map(Pin::copy);
        }
    }

    @Override
    public void close() {
        pin.ifPresent(Pin::close);
    }
}
