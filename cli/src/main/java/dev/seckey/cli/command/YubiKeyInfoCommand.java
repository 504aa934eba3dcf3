package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.keys.OpenManagement;
import dev.seckey.cli.output.YubiKeyResult;
import picocli.CommandLine.Command;

@Command(
        name = "info",
        description = "Show serial number, firmware, form, FIPS state, and the applications that are enabled.")
final class YubiKeyInfoCommand implements Action {
    private final Context context;

    YubiKeyInfoCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (OpenManagement key = context.openManagement()) {
            YubiKeyResult result = new YubiKeyResult(
                    key.product(), key.selector(), key.management().read(), false, key.simulated());
            context.output().print("yubikey info", result);
            return ExitCode.DONE;
        }
    }
}
