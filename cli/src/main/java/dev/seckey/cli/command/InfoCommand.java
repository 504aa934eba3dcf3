package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.InfoResult;
import dev.seckey.cli.unlock.Tokens;
import dev.seckey.ctap2.model.AuthenticatorInfo;
import dev.seckey.ctap2.model.Option;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PersistentIdentity;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.session.PinUv;
import dev.seckey.ctap2.session.PinUvAuthToken;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "info",
        description = {
            "Show everything that a key says of itself, decoded and explained.",
            "With the PIN (--pin-stdin, --pin-file, --pin-env) also what only its holder can read."
        })
final class InfoCommand implements Action {
    private final Context context;

    @Mixin
    private PinOptions pinOptions = new PinOptions();

    InfoCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (OpenKey key = context.openKey()) {
            Optional<AuthenticatorInfo> info = key.session().map(Ctap2::info);
            Optional<PinRetries> retries = key.session()
                    .filter(session -> session.info().has(Option.CLIENT_PIN))
                    .map(session -> PinUv.of(
                                    session, context.surroundings().random().get())
                            .retries());
            Optional<String> model = info.flatMap(known -> context.modelName(known.aaguid(), key.simulated()));
            context.output().print("info", new InfoResult(key, info, retries, model, identity(key)));
            return ExitCode.DONE;
        }
    }

    /** Nobody is asked for a PIN here: only who gives it gets to see this. */
    private PersistentIdentity identity(OpenKey key) {
        if (!pinOptions.isGiven()) {
            return PersistentIdentity.UNREAD;
        }
        Ctap2 session = key.ctap2();
        if (!session.info().has(Option.PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY)) {
            context.prompts().say("note: this key has nothing that only the PIN's holder can read");
            return PersistentIdentity.UNREAD;
        }
        try (Tokens tokens = context.tokens(session, pinOptions);
                PinUvAuthToken token = tokens.get(Set.of(Permission.PERSISTENT_CREDENTIAL_MANAGEMENT_READ_ONLY))) {
            return PersistentIdentity.read(token, session.refreshInfo());
        }
    }
}
