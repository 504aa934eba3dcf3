package dev.seckey.cli.command;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.handover.PinStore;
import dev.seckey.cli.policy.ProvisionRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the PINs go that are made. */
final class HandoverOptions {
    @Option(
            names = "--pins-to",
            paramLabel = "DIR",
            description = "A folder for the PINs, one encrypted file a key (with --encrypt-to).")
    private Optional<Path> folder = Optional.empty();

    @Option(
            names = "--encrypt-to",
            paramLabel = "CERT.pem",
            description = "Whose certificate the PINs are encrypted to; repeatable (seckey handover keygen).")
    private List<Path> certificates = List.of();

    @Option(
            names = "--pins-plain",
            paramLabel = "FILE",
            description = "Write the PINs into a file that anybody can read who gets hold of it.")
    private Optional<Path> plain = Optional.empty();

    /** The caller closes it. */
    Optional<PinStore> open(Context context, ProvisionRules rules) {
        throw new UsageException("not yet");
    }
}
