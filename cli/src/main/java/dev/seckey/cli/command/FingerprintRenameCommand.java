package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.fingerprint.Chosen;
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
import picocli.CommandLine.Parameters;

@Command(name = "rename", description = "Give a fingerprint another name. Wants the PIN.")
final class FingerprintRenameCommand implements Action {
    private final Context context;

    @Mixin
    private PinOptions pinOptions = new PinOptions();

    @Parameters(index = "0", paramLabel = "FINGERPRINT", description = "Its name, or its id.")
    private String fingerprint;

    @Parameters(index = "1", paramLabel = "NAME", description = "The new name.")
    private String name;

    FingerprintRenameCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (OpenKey key = context.openKey()) {
            Ctap2 session = key.ctap2();
            Fingerprints fingerprints = new Fingerprints(session);
            fingerprints.requireFitting(name);
            try (Tokens tokens = context.tokens(session, pinOptions);
                    PinUvAuthToken token = tokens.get(Set.of(Permission.BIO_ENROLLMENT))) {
                Bytes id = Chosen.among(fingerprints.list(token), fingerprint).templateId();
                fingerprints.rename(token, id, name);
                context.output()
                        .print(
                                "fingerprint rename",
                                new FingerprintChangeResult("renamed", id, Optional.of(name), key.simulated()));
            }
            return ExitCode.DONE;
        }
    }
}
