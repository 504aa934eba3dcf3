package dev.seckey.cli.command;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.policy.ProvisionRules;
import dev.seckey.cli.users.UsersFile;
import dev.seckey.cli.users.UsersOptions;
import dev.seckey.cli.users.UsersReader;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Who gets the keys. */
final class UsersFileOptions {
    @Option(names = "--users", paramLabel = "FILE.csv", description = "Who gets the keys, a row each, in this order.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--users-encoding",
            paramLabel = "NAME",
            description = "How the users' file is encoded, if not in UTF-8: windows-1252, say.")
    private Optional<String> encoding = Optional.empty();

    @Option(
            names = "--users-columns",
            paramLabel = "COLUMN=HEADER[,...]",
            description = "What its columns are called, where it cannot be guessed: \"name=Full name,id=Staff no\".")
    private Optional<String> columns = Optional.empty();

    /** Read whole and checked whole; the caller closes it. */
    Optional<UsersFile> read(Context context, ProvisionRules rules) {
        boolean wantsPins = rules.pin() == ProvisionRules.Pin.FROM_USERS;
        if (wantsPins && file.isEmpty()) {
            throw new UsageException(
                    "the policy takes the PINs from the users' file, and there is none",
                    "name it with --users FILE.csv");
        }
        UsersOptions plain = UsersOptions.parse(encoding, columns);
        UsersOptions options = wantsPins ? plain.withPins(rules.minPinLength().orElse(0)) : plain;
        return file.map(path -> UsersReader.read(path, options, context.prompts()::say));
    }
}
