package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.KeyResult;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.fault.TransportFault;
import dev.seckey.ctap2.transport.CtapHid;
import picocli.CommandLine.Command;

@Command(name = "wink", description = "Make a key on USB blink, to see which one it is.")
final class WinkCommand implements Action {
    private final Context context;

    WinkCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (OpenKey key = context.openKey()) {
            if (!(key.device() instanceof CtapHid usb)) {
                throw new TransportFault(
                        Reason.UNSUPPORTED, "a key can wink only over USB", "\"seckey select\" tells keys by a touch");
            }
            usb.wink(key.exchanges().get());
            context.output().print("wink", new KeyResult(key.selector(), key.product(), key.simulated(), "winks"));
            return ExitCode.DONE;
        }
    }
}
