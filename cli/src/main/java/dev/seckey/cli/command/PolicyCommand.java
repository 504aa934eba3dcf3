package dev.seckey.cli.command;

import picocli.CommandLine.Command;

@Command(name = "policy", description = "What is asked of keys, written down: list, show, check.")
final class PolicyCommand {}
