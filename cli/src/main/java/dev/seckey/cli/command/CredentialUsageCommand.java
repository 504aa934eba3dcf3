package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.CredentialUsageResult;
import dev.seckey.ctap2.session.CredentialManager;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "usage",
        description = "Say how many discoverable credentials are on the key, and how many more fit. Wants the PIN.")
final class CredentialUsageCommand implements Action {
    private final Context context;

    @Mixin
    private PinOptions pinOptions = new PinOptions();

    CredentialUsageCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (OpenKey key = context.openKey();
                ManagedCredentials credentials = new ManagedCredentials(context, key, pinOptions)) {
            context.output()
                    .print(
                            "credential usage",
                            new CredentialUsageResult(credentials.reading(CredentialManager::usage), key.simulated()));
            return ExitCode.DONE;
        }
    }
}
