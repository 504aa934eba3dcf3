package dev.seckey.cli.command;

import picocli.CommandLine.Command;

@Command(name = "metadata", description = "What FIDO says of models: check, show, list, diff, status, update.")
final class MetadataCommand {}
