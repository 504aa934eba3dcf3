package dev.seckey.cli.command;

import dev.seckey.cli.UsageException;
import dev.seckey.cli.handover.HandoverFiles;
import dev.seckey.cli.handover.HandoverFolder;
import dev.seckey.cli.handover.HandoverKey;
import dev.seckey.cli.handover.PinDocument;
import dev.seckey.cli.handover.PinStore;
import dev.seckey.cli.handover.PlainPins;
import dev.seckey.cli.metadata.CertificateFile;
import dev.seckey.cli.policy.ProvisionRules;
import dev.seckey.ctap2.pinuv.Pin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
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

    @Option(
            names = "--handover-key",
            paramLabel = "KEY.pem",
            description = "The private key of the hand-over: keys that were interrupted are finished with the PINs that"
                    + " they have.")
    private Optional<Path> key = Optional.empty();

    @Mixin
    private PassphraseOption passphrase = new PassphraseOption();

    /** Opens the PINs that an earlier run stored in the folder. */
    Function<String, Optional<Pin>> earlier(Context context) {
        if (key.isEmpty()) {
            return file -> Optional.empty();
        }
        Path from = folder.orElseThrow(
                () -> new UsageException("--handover-key wants --pins-to, the folder of the PINs that it opens"));
        PrivateKey opening = HandoverKey.read(key.get(), () -> passphrase.read(context));
        return file -> Optional.of(from.resolve(file))
                .filter(Files::isRegularFile)
                .map(stored -> {
                    try (PinDocument document = HandoverFiles.open(
                                    List.of(stored),
                                    opening,
                                    context.surroundings().random().get())
                            .get(0)) {
                        return document.pin().copy();
                    }
                });
    }

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
            context.prompts()
                    .say("warning: " + plain.get() + " will hold PINs that anybody can read who gets hold of it");
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
