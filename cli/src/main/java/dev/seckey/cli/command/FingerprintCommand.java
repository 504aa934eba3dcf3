package dev.seckey.cli.command;

import picocli.CommandLine.Command;

@Command(
        name = "fingerprint",
        description = "The fingerprints on a key that has a sensor: enrol, list, rename, delete.")
final class FingerprintCommand {}
