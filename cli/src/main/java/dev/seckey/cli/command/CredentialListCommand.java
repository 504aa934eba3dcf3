package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.CredentialListResult;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = {
            "List the discoverable credentials on the key, by relying party. Wants the PIN.",
            "Credentials that are not discoverable leave no trace on a key: no list can show them."
        })
final class CredentialListCommand implements Action {
    private final Context context;

    @Mixin
    private PinOptions pinOptions = new PinOptions();

    @Option(names = "--rp", paramLabel = "ID", description = "Only those of this relying party.")
    private Optional<String> rp = Optional.empty();

    CredentialListCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (OpenKey key = context.openKey();
                ManagedCredentials credentials = new ManagedCredentials(context, key, pinOptions)) {
            context.output()
                    .print(
                            "credential list",
                            new CredentialListResult(credentials.read(rp).all(), key.simulated()));
            return ExitCode.DONE;
        }
    }
}
