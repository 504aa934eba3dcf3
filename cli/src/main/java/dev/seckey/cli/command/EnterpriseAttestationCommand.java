package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.ctap2.session.Configuration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "enterprise-attestation",
        description = {
            "Let the key tell the sites of its maker's list, or of the organisation, which single key it is.",
            "Only a reset takes it back."
        })
final class EnterpriseAttestationCommand implements Action {
    private final Context context;

    @Mixin
    private SettingOptions options = new SettingOptions();

    @Parameters(paramLabel = "enable", description = "It can only be switched on.")
    private String enable;

    EnterpriseAttestationCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        SettingOptions.requireEnable(enable);
        return options.run(context, "enterprise-attestation", Configuration::enterpriseAttestation, Optional.empty());
    }
}
