package dev.seckey.cli.command;

import dev.seckey.cli.handover.HandoverFiles;
import dev.seckey.cli.handover.HandoverKey;
import dev.seckey.cli.handover.PinDocument;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hand-over files and the key that opens them. */
final class HandoverFileOptions {
    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files that provision wrote (*.p7m), or a folder of them.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--key-file",
            paramLabel = "KEY.pem",
            required = true,
            description = "The private key of the certificate that they were encrypted to.")
    private Path keyFile;

    @Mixin
    private PassphraseOption passphrase = new PassphraseOption();

    /** For the caller to close. */
    List<PinDocument> open(Context context) {
        PrivateKey key = HandoverKey.read(keyFile, () -> passphrase.read(context));
        return HandoverFiles.open(
                HandoverFiles.of(files), key, context.surroundings().random().get());
    }
}
