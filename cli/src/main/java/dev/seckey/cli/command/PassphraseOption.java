package dev.seckey.cli.command;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.terminal.PinPrompt;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.pinuv.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The passphrase of a private key: from a file, or typed. */
final class PassphraseOption {
    private static final int SHORTEST = 8;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "The key's passphrase is the first line of this file; else it is asked for at the terminal.")
    private Optional<Path> file = Optional.empty();

    /** For the caller to close. */
    Secret read(Context context) {
        return file.map(PassphraseOption::firstLine).orElseGet(() -> typed(context, "passphrase of the key"));
    }

    /** For a new key; whoever types it does so twice. */
    Secret readNew(Context context) {
        Secret first = read(context);
        if (first.size() < SHORTEST) {
            first.close();
            throw new UsageException("a passphrase has at least " + SHORTEST + " characters", "nothing was written");
        }
        if (file.isEmpty()) {
            try (Secret again = typed(context, "the passphrase once more")) {
                if (!first.matches(again.expose())) {
                    first.close();
                    throw new UsageException("the two passphrases are not the same", "nothing was written");
                }
            }
        }
        return first;
    }

    private static Secret typed(Context context, String question) {
        PinPrompt prompt = context.surroundings().pinPrompt();
        return prompt.ask(question)
                .map(Secret::taking)
                .orElseThrow(() -> new UsageException(
                        "nobody is there to type the passphrase", "in a script, name a file with --passphrase-file"));
    }

    private static Secret firstLine(Path file) {
        try {
            byte[] all = Files.readAllBytes(file);
            int end = 0;
            while (end < all.length && all[end] != '\n' && all[end] != '\r') {
                end++;
            }
            Secret line = Secret.taking(Arrays.copyOf(all, end));
            Arrays.fill(all, (byte) 0);
            return line;
        } catch (IOException e) {
            throw new FileFault("cannot read the passphrase from " + file, e);
        }
    }
}
