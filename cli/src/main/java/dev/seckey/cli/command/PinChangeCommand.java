package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.PinResult;
import dev.seckey.cli.pin.PinState;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.session.PinRules;
import dev.seckey.ctap2.session.PinUv;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "change",
        description = {
            "Give a key another PIN, with the one that it has.",
            "The new PIN is checked before anything is sent. A wrong current PIN costs one try."
        },
        footer = {
            "",
            "With --pin-stdin the current PIN stands on the first line and the new one on the second.",
            "",
            "Exit codes: 0 changed, 4 wrong, blocked, not set or not possible, 7 the key cannot have one.",
            "",
            "Examples:",
            "  seckey pin change",
            "  seckey pin change --pin-file old.txt --new-pin-file new.txt"
        })
final class PinChangeCommand implements Action {
    private final Context context;

    @Mixin
    private ProtocolOption protocol = new ProtocolOption();

    @Mixin
    private PinOptions current = new PinOptions();

    @Mixin
    private NewPinOptions newPin = new NewPinOptions();

    PinChangeCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (OpenKey key = context.openKey()) {
            Ctap2 session = key.ctap2();
            PinUv pinUv = protocol.pinUv(context, session);
            PinRetries before = pinUv.requireTry(current.useLastRetry());
            try (Pin old = current.talk(context).requirePin(before);
                    Pin replacement = newPin.read(context, current.choice().stdin())) {
                PinRules.of(session.info()).check(replacement);
                pinUv.change(old, replacement, current.useLastRetry());
            }
            PinState state = PinState.read(session, () -> pinUv);
            context.output()
                    .print(
                            "pin change",
                            new PinResult(key, Optional.of(PinResult.Done.CHANGED), Optional.of(before), state));
            return ExitCode.DONE;
        }
    }
}
