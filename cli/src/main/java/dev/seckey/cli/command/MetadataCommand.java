package dev.seckey.cli.command;

import picocli.CommandLine.Command;

@Command(name = "metadata", description = "What FIDO says of models: check, show, list, status, update.")
final class MetadataCommand {}
