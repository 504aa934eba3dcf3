package dev.seckey.cli.command;

import picocli.CommandLine.Command;

@Command(name = "pin", description = "The PIN of a key: status, set, change, verify.")
final class PinCommand {}
