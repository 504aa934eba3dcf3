package dev.seckey.cli.command;

import picocli.CommandLine.Command;

@Command(name = "blob", description = "The large blobs on a key, each of which belongs to a credential.")
final class BlobCommand {}
