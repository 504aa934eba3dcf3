package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.FingerprintListResult;
import dev.seckey.cli.unlock.Tokens;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.Fingerprints;
import dev.seckey.ctap2.session.PinUvAuthToken;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "List the fingerprints on the key: ids and names. Wants the PIN.")
final class FingerprintListCommand implements Action {
    private final Context context;

    @Mixin
    private PinOptions pinOptions = new PinOptions();

    FingerprintListCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (OpenKey key = context.openKey()) {
            Ctap2 session = key.requireSession();
            Fingerprints fingerprints = new Fingerprints(session);
            try (Tokens tokens = context.tokens(session, pinOptions);
                    PinUvAuthToken token = tokens.get(Set.of(Permission.BIO_ENROLLMENT))) {
                context.output()
                        .print(
                                "fingerprint list",
                                new FingerprintListResult(fingerprints.list(token), key.simulated()));
            }
            return ExitCode.DONE;
        }
    }
}
