package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "min-pin-length",
        description = {
            "Make the key want longer PINs.",
            "The length can only grow. A PIN that is shorter must be changed before the key does anything else."
        })
final class MinPinLengthCommand implements Action {
    private static final int LEAST = 4;
    private static final int MOST = 63;

    private final Context context;

    @Mixin
    private SettingOptions options = new SettingOptions();

    @Parameters(paramLabel = "N", description = "Characters, from 4 to 63.")
    private int length;

    @Option(
            names = "--rp",
            paramLabel = "ID",
            description = "A site that may read the length (nhs.uk, say), instead of those named before; repeatable.")
    private List<String> rpIds = List.of();

    MinPinLengthCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        if (length < LEAST || length > MOST) {
            throw new UsageException("a PIN's least length is from 4 to 63 characters, and not " + length);
        }
        Optional<String> note = rpIds.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "which sites may read the length cannot be read back: the key only said that it took them");
        return options.run(context, "min-pin-length", configuration -> configuration.minPinLength(length, rpIds), note);
    }
}
