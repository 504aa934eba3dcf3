package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.handover.HandoverKey;
import dev.seckey.cli.output.FilesWrittenResult;
import dev.seckey.ctap2.pinuv.Secret;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "keygen",
        description = {
            "Make a key and a certificate for the hand-over of PINs.",
            "The certificate (handover-cert.pem) goes to the bench, for --encrypt-to; the private key (handover-key.pem)"
                    + " stays with whoever prints the letters."
        })
final class HandoverKeygenCommand implements Action {
    private final Context context;

    @Option(names = "--out", paramLabel = "DIR", defaultValue = ".", description = "Where to (the current folder).")
    private Path folder;

    @Option(names = "--rsa", description = "An RSA key of 3072 bits instead of one on the curve P-256.")
    private boolean rsa;

    @Mixin
    private PassphraseOption passphrase = new PassphraseOption();

    HandoverKeygenCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        Path certificate = folder.resolve("handover-cert.pem");
        Path key = folder.resolve("handover-key.pem");
        HandoverKey.Kind kind = rsa ? HandoverKey.Kind.RSA : HandoverKey.Kind.EC;
        try (Secret secret = passphrase.readNew(context)) {
            HandoverKey.generate(
                    kind,
                    certificate,
                    key,
                    secret,
                    context.surroundings().random().get(),
                    context.now());
        }
        Map<String, Path> files = new LinkedHashMap<>();
        files.put("certificate", certificate);
        files.put("privateKey", key);
        context.output()
                .print(
                        "handover keygen",
                        new FilesWrittenResult(
                                files,
                                "keep the private key away from the bench; without it no PIN can be read again"));
        return ExitCode.DONE;
    }
}
