package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.credential.Stored;
import dev.seckey.cli.credential.StoredCredentials;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.CredentialChangeResult;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        description = {
            "Delete discoverable credentials from the key, for good. Wants the PIN.",
            "Their owner can no longer sign in with them; the account itself stays as it is."
        })
final class CredentialDeleteCommand implements Action {
    private final Context context;

    @Mixin
    private PinOptions pinOptions = new PinOptions();

    @Mixin
    private ConsentOption consentOption = new ConsentOption();

    @Option(names = "--rp", paramLabel = "ID", description = "All those of this relying party.")
    private Optional<String> rp = Optional.empty();

    @Option(names = "--dry-run", description = "Only say what would be deleted.")
    private boolean dryRun;

    @Parameters(
            paramLabel = "CREDENTIAL",
            arity = "0..*",
            description = "Its id (base64url; after -- if it begins with a hyphen), or how that begins (hexadecimal).")
    private List<String> ids = List.of();

    CredentialDeleteCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        if (ids.isEmpty() == rp.isEmpty()) {
            throw new UsageException("name the credentials to delete, or a relying party with --rp");
        }
        try (OpenKey key = context.openKey();
                ManagedCredentials credentials = new ManagedCredentials(context, key, pinOptions)) {
            List<Stored> chosen = choose(credentials.read(rp));
            if (!dryRun) {
                consentOption
                        .consent(context)
                        .require("for good will be deleted: "
                                + chosen.stream().map(Stored::title).collect(Collectors.joining("; ")));
                credentials.changing(manager -> chosen.forEach(
                        each -> manager.delete(each.relyingParty().idHash(), each.descriptor())));
            }
            context.output()
                    .print(
                            "credential delete",
                            new CredentialChangeResult(
                                    dryRun ? "would be deleted" : "deleted", chosen, key.simulated()));
            return ExitCode.DONE;
        }
    }

    private List<Stored> choose(StoredCredentials all) {
        List<Stored> chosen = ids.isEmpty()
                ? all.all()
                : ids.stream().map(all::choose).distinct().toList();
        if (chosen.isEmpty()) {
            throw new UsageException("the key has no credential for " + rp.orElseThrow());
        }
        return chosen;
    }
}
