package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.fingerprint.Chosen;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.FingerprintChangeResult;
import dev.seckey.cli.unlock.Tokens;
import dev.seckey.ctap2.command.BioEnrollmentResponse.TemplateInfo;
import dev.seckey.ctap2.model.Permission;
import dev.seckey.ctap2.session.Ctap2;
import dev.seckey.ctap2.session.Fingerprints;
import dev.seckey.ctap2.session.PinUvAuthToken;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        description = {
            "Delete a fingerprint. Wants the PIN.",
            "The finger can be enrolled again; nothing else on the key is touched."
        })
final class FingerprintDeleteCommand implements Action {
    private static final Set<Permission> NEEDED = Set.of(Permission.BIO_ENROLLMENT);

    private final Context context;

    @Mixin
    private PinOptions pinOptions = new PinOptions();

    @Mixin
    private ConsentOption consentOption = new ConsentOption();

    @Parameters(index = "0", paramLabel = "FINGERPRINT", description = "Its name, or its id.")
    private String fingerprint;

    FingerprintDeleteCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        try (OpenKey key = context.openKey()) {
            Ctap2 session = key.ctap2();
            Fingerprints fingerprints = new Fingerprints(session);
            try (Tokens tokens = context.tokens(session, pinOptions)) {
                TemplateInfo chosen = choose(fingerprints, tokens);
                consentOption.consent(context).require("the fingerprint " + Chosen.title(chosen) + " will be deleted");
                try (PinUvAuthToken token = tokens.get(NEEDED)) {
                    fingerprints.remove(token, chosen.templateId());
                }
                context.output()
                        .print(
                                "fingerprint delete",
                                new FingerprintChangeResult(
                                        "deleted",
                                        chosen.templateId(),
                                        chosen.templateFriendlyName(),
                                        key.simulated()));
            }
            return ExitCode.DONE;
        }
    }

    private TemplateInfo choose(Fingerprints fingerprints, Tokens tokens) {
        try (PinUvAuthToken token = tokens.get(NEEDED)) {
            return Chosen.among(fingerprints.list(token), fingerprint);
        }
    }
}
