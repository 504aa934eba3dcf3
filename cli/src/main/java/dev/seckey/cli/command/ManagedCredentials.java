package dev.seckey.cli.command;

import dev.seckey.cli.credential.StoredCredentials;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.unlock.Tokens;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.session.CredentialManager;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PinUvAuthToken;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Credential management of one key: each use has a token of its own, for all relying parties. */
final class ManagedCredentials implements AutoCloseable {
    private final Ctap2 session;
    private final Tokens tokens;

    /** @throws dev.seckey.ctap2.fault.TransportFault if the key cannot do it: nobody is asked for a PIN in vain */
    ManagedCredentials(Context context, OpenKey key, PinOptions pinOptions) {
        session = key.ctap2();
        CredentialManager.requireSupport(session.info());
        tokens = context.tokens(session, pinOptions);
    }

    /** What is on the key, by a token that can do no more than read where the key has such. */
    StoredCredentials read(Optional<String> rpId) {
        return reading(manager -> StoredCredentials.on(manager, rpId));
    }

    <T> T reading(Function<CredentialManager, T> use) {
        boolean readOnly = session.info().has(Option.PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY);
        return with(
                readOnly ? Permission.PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY : Permission.CREDENTIAL_MANAGEMENT,
                use);
    }

    void changing(Consumer<CredentialManager> use) {
        with(Permission.CREDENTIAL_MANAGEMENT, manager -> {
            use.accept(manager);
            return true;
        });
    }

    private <T> T with(Permission permission, Function<CredentialManager, T> use) {
        try (PinUvAuthToken token = tokens.get(Set.of(permission))) {
            return use.apply(new CredentialManager(session, token));
        }
    }

    @Override
    public void close() {
        tokens.close();
    }
}
