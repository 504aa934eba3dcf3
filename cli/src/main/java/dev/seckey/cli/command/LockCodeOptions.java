package dev.seckey.cli.command;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.yubico.LockCode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the lock code of a locked YubiKey comes from, if not from the person at the terminal. */
final class LockCodeOptions {
    @Option(
            names = "--lock-code-env",
            paramLabel = "NAME",
            description = "Read the lock code (32 hexadecimal digits) from an environment variable.")
    private Optional<String> variable = Optional.empty();

    /** The caller closes it. */
    LockCode read(Context context) {
        byte[] digits = variable.map(name -> fromVariable(context, name))
                .or(() -> context.surroundings().pinPrompt().ask("Lock code of the key (32 hexadecimal digits)"))
                .orElseThrow(() -> new UsageException(
                        "this key's configuration is locked, and nobody can be asked for the lock code",
                        "give it by --lock-code-env; nothing was changed"));
        try {
            return LockCode.takingHex(digits);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), "nothing was changed");
        }
    }

    private static byte[] fromVariable(Context context, String name) {
        return Optional.ofNullable(context.surroundings().environment().get(name))
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() ->
                        new UsageException("there is no environment variable " + name + " with a lock code in it"));
    }
}
