package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "always-uv",
        description = {
            "Make the key want its PIN or fingerprint for everything, or no longer.",
            "While it is on, U2F is off, and a key without PIN makes no credentials."
        })
final class AlwaysUvCommand implements Action {
    private final Context context;

    @Mixin
    private SettingOptions options = new SettingOptions();

    @Parameters(paramLabel = "on|off", description = "What it shall be.")
    private String state;

    AlwaysUvCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        boolean on = on();
        return options.run(context, "always-uv", configuration -> configuration.alwaysUv(on), Optional.empty());
    }

    private boolean on() {
        return switch (state) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new UsageException("\"" + state + "\" is neither \"on\" nor \"off\"");
        };
    }
}
