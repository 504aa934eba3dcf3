package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.PinResult;
import dev.seckey.cli.pin.PinState;
import dev.seckey.ctap2.pinuv.Pin;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.PinRetries;
import dev.seckey.ctap2.session.PinUv;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "verify",
        description = {"Is this the key's PIN?", "A wrong PIN costs one try; the right one gives all of them back."},
        footer = {"", "Exit codes: 0 it is, 4 it is not, or there is none, or it is blocked."})
final class PinVerifyCommand implements Action {
    private final Context context;

    @Mixin
    private ProtocolOption protocol = new ProtocolOption();

    @Mixin
    private PinOptions options = new PinOptions();

    PinVerifyCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (OpenKey key = context.openKey()) {
            Ctap2 session = key.ctap2();
            PinUv pinUv = protocol.pinUv(context, session);
            PinRetries before = pinUv.requireTry(options.useLastRetry());
            PinUv.Right right;
            try (Pin pin = options.talk(context).requirePin(before)) {
                right = pinUv.verify(pin, options.useLastRetry());
            }
            PinState state = PinState.read(session, () -> pinUv);
            context.output()
                    .print("pin verify", new PinResult(key, Optional.of(done(right)), Optional.of(before), state));
            return ExitCode.DONE;
        }
    }

    private static PinResult.Done done(PinUv.Right right) {
        return switch (right) {
            case USABLE -> PinResult.Done.RIGHT;
            case MUST_BE_CHANGED -> PinResult.Done.RIGHT_BUT_MUST_BE_CHANGED;
        };
    }
}
