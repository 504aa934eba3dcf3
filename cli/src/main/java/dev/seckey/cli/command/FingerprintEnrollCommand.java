package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.fingerprint.Enroller;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.FingerprintChangeResult;
import dev.seckey.cli.unlock.Tokens;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.Fingerprints;
import dev.seckey.ctap2.session.PinUvAuthToken;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "enroll",
        description = {
            "Enrol a finger, and say how each sample came out. Wants the PIN.",
            "Ctrl-C ends the enrolment at the key, too: it keeps nothing of it."
        })
final class FingerprintEnrollCommand implements Action {
    private final Context context;

    @Mixin
    private PinOptions pinOptions = new PinOptions();

    @Option(names = "--name", paramLabel = "NAME", description = "What the fingerprint shall be called.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--sample-timeout",
            paramLabel = "SECONDS",
            defaultValue = "10",
            description = "How long the key waits for each sample (${DEFAULT-VALUE}).")
    private int sampleTimeout;

    FingerprintEnrollCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        if (sampleTimeout < 1) {
            throw new UsageException("--sample-timeout wants at least one second");
        }
        try (OpenKey key = context.openKey()) {
            Ctap2 session = key.requireSession();
            Fingerprints fingerprints = new Fingerprints(session);
            if (name.isPresent()) {
                fingerprints.requireFitting(name.get());
            }
            try (Tokens tokens = context.tokens(session, pinOptions);
                    PinUvAuthToken token = tokens.get(Set.of(Permission.BIO_ENROLLMENT))) {
                Bytes id = new Enroller(fingerprints, token, context.prompts(), sampleTimeout * 1000).enroll();
                name.ifPresent(text -> fingerprints.rename(token, id, text));
                context.output()
                        .print(
                                "fingerprint enroll",
                                new FingerprintChangeResult("enrolled", id, name, key.simulated()));
            }
            return ExitCode.DONE;
        }
    }
}
