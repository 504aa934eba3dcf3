package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.ctap2.session.Configuration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "long-touch-reset",
        description = {
            "Make a reset want a touch of several seconds, so that it cannot happen by accident.",
            "Only a reset takes it back."
        })
final class LongTouchResetCommand implements Action {
    private final Context context;

    @Mixin
    private SettingOptions options = new SettingOptions();

    @Parameters(paramLabel = "enable", description = "It can only be switched on.")
    private String enable;

    LongTouchResetCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        SettingOptions.requireEnable(enable);
        return options.run(context, "long-touch-reset", Configuration::longTouchForReset, Optional.empty());
    }
}
