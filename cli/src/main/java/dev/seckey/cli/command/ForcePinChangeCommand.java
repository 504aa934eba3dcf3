package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.ctap2.session.Configuration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "force-pin-change",
        description = {
            "Make the key want a new PIN before it does anything else.",
            "The last step before a key is handed over: until the PIN is changed, no setting can be changed either."
        })
final class ForcePinChangeCommand implements Action {
    private final Context context;

    @Mixin
    private SettingOptions options = new SettingOptions();

    ForcePinChangeCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        return options.run(
                context,
                "force-pin-change",
                Configuration::forcePinChange,
                Optional.of("the next step is its owner's: seckey pin change"));
    }
}
