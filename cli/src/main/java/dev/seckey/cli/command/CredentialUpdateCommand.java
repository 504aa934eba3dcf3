package dev.seckey.cli.command;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.UsageException;
import dev.seckey.cli.credential.Stored;
import dev.seckey.cli.keys.OpenKey;
import dev.seckey.cli.output.CredentialChangeResult;
import dev.seckey.ctap2.model.UserEntity;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "update",
        description = "Give the account of a discoverable credential other names on the key. Wants the PIN.")
final class CredentialUpdateCommand implements Action {
    private final Context context;

    @Mixin
    private PinOptions pinOptions = new PinOptions();

    @Mixin
    private ConsentOption consentOption = new ConsentOption();

    @Option(names = "--user", paramLabel = "NAME", description = "The account's name, as the user types it.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--display-name", paramLabel = "NAME", description = "The person's name.")
    private Optional<String> displayName = Optional.empty();

    @Option(names = "--dry-run", description = "Only say what would be changed.")
    private boolean dryRun;

    @Parameters(
            paramLabel = "CREDENTIAL",
            description = "Its id (base64url; after -- if it begins with a hyphen), or how that begins (hexadecimal).")
    private String id;

    CredentialUpdateCommand(Context context) {
        this.context = context;
    }

    @Override
    public ExitCode run() {
        if (user.isEmpty() && displayName.isEmpty()) {
            throw new UsageException("there is nothing to change", "give --user, --display-name or both");
        }
        try (OpenKey key = context.openKey();
                ManagedCredentials credentials = new ManagedCredentials(context, key, pinOptions)) {
            Stored chosen = credentials.read(Optional.empty()).choose(id);
            UserEntity before = chosen.credential().user();
            UserEntity after = new UserEntity(before.id(), user.or(before::name), displayName.or(before::displayName));
            if (!dryRun && !before.equals(after)) {
                consentOption.consent(context).require(chosen.title() + " becomes " + title(after));
                credentials.changing(
                        manager -> manager.update(chosen.relyingParty().idHash(), chosen.descriptor(), after));
            }
            String done = before.equals(after) ? "unchanged" : dryRun ? "would be updated" : "updated";
            context.output()
                    .print(
                            "credential update",
                            new CredentialChangeResult(done, List.of(chosen.with(after)), key.simulated()));
            return ExitCode.DONE;
        }
    }

    private static String title(UserEntity user) {
        return Stored.account(user)
                + user.displayName().map(name -> " (" + name + ")").orElse("");
    }
}
