package dev.seckey.cli.command;

import dev.seckey.cli.blob.Owner;
import dev.seckey.cli.blob.Owners;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whose blob is meant. */
final class OwnerOptions {
    @Option(names = "--rp", paramLabel = "ID", description = "Of the credential of this relying party.")
    private Optional<String> rp = Optional.empty();

    @Option(
            names = "--credential",
            paramLabel = "ID",
            description = "Of the credential whose id begins so (hexadecimal), or is this (base64url).")
    private Optional<String> credential = Optional.empty();

    boolean isGiven() {
        return rp.isPresent() || credential.isPresent();
    }

    Owner choose(Owners owners) {
        return owners.choose(rp, credential);
    }
}
