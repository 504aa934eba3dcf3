package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.PinResult;
import dev.seckey.cli.pin.PinState;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PinUv;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "set",
        description = {
            "Give a key its first PIN.",
            "The PIN is checked before it is sent: at least as long as the key wants, at most 63 bytes. A key that has"
                    + " one already is left alone: seckey pin change."
        },
        footer = {
            "",
            "Exit codes: 0 set, 4 the PIN is not possible or there is one already, 7 the key cannot have one.",
            "",
            "Examples:",
            "  seckey pin set",
            "  seckey pin set --new-pin-file pin.txt"
        })
final class PinSetCommand implements Action {
    private final Context context;

    @Mixin
    private ProtocolOption protocol = new ProtocolOption();

    @Mixin
    private NewPinOptions newPin = new NewPinOptions();

    @Option(names = "--pin-stdin", description = "Read the new PIN from standard input, one line.")
    private boolean stdin;

    PinSetCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (OpenKey key = context.openKey()) {
            Ctap2 session = key.ctap2();
            PinUv pinUv = protocol.pinUv(context, session);
            pinUv.requireNoPin();
            try (Pin pin = newPin.read(context, stdin)) {
                pinUv.set(pin);
            }
            PinState state = PinState.read(session, () -> pinUv);
            context.output()
                    .print("pin set", new PinResult(key, Optional.of(PinResult.Done.SET), Optional.empty(), state));
            return ExitCode.DONE;
        }
    }
}
