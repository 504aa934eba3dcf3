package dev.seckey.cli.command;

import picocli.CommandLine.Command;

@Command(name = "virtual", description = "Simulated keys for training and tests.")
final class VirtualCommand {}
