package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.PinResult;
import dev.seckey.cli.pin.PinState;
import dev.seckey.ctap2.session.Ctap2;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = {
            "Is a PIN set, how many tries are left, what must a new one be like?",
            "Asks for no PIN and spends no try."
        })
final class PinStatusCommand implements Action {
    private final Context context;

    @Mixin
    private ProtocolOption protocol = new ProtocolOption();

    PinStatusCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (OpenKey key = context.openKey()) {
            Ctap2 session = key.ctap2();
            PinState state = PinState.read(session, () -> protocol.pinUv(context, session));
            context.output().print("pin status", new PinResult(key, Optional.empty(), Optional.empty(), state));
            return ExitCode.DONE;
        }
    }
}
