package dev.seckey.cli.command;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.handover.HandoverFolder;
import dev.seckey.cli.handover.PinStore;
import dev.seckey.cli.handover.PlainPins;
import dev.seckey.cli.metadata.CertificateFile;
import dev.seckey.cli.policy.ProvisionRules;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the PINs go that keys are given. */
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
            description = "Write the PINs as they are into a file that only its owner can read.")
    private Optional<Path> plain = Optional.empty();

    /** Tried out, so that what would stop the run is known before its first key; the caller closes it. */
    Optional<PinStore> open(Context context, ProvisionRules rules) {
        if (rules.pin() == ProvisionRules.Pin.NONE) {
            return Optional.empty();
        }
        if (folder.isPresent() == plain.isPresent()) {
            throw new UsageException(
                    "the keys get PINs, and it is not said where to keep them",
                    "name a folder and a certificate: --pins-to DIR --encrypt-to CERT.pem");
        }
        if (plain.isPresent()) {
            context.prompts().say("warning: " + plain.get() + " will hold PINs that anybody can read who gets hold of it");
            return Optional.of(PlainPins.open(plain.get()));
        }
        if (certificates.isEmpty()) {
            throw new UsageException(
                    "--pins-to wants --encrypt-to", "\"seckey handover keygen\" makes a certificate for it");
        }
        return Optional.of(HandoverFolder.open(
                folder.get(),
                certificates.stream()
                        .flatMap(file -> CertificateFile.read(file).stream())
                        .toList(),
                context.surroundings().random().get(),
                context.surroundings().clock()));
    }
}
