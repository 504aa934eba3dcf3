package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.ctap2.session.Configuration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "pin-complexity",
        description = {"Make the key refuse PINs that it finds too simple.", "Only a reset takes it back."})
final class PinComplexityCommand implements Action {
    private final Context context;

    @Mixin
    private SettingOptions options = new SettingOptions();

    @Parameters(paramLabel = "enable", description = "It can only be switched on.")
    private String enable;

    PinComplexityCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        SettingOptions.requireEnable(enable);
        return options.run(context, "pin-complexity", Configuration::pinComplexity, Optional.empty());
    }
}
