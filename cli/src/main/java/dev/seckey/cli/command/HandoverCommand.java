package dev.seckey.cli.command;

import picocli.CommandLine.Command;

@Command(name = "handover", description = "PINs on their way to their owners: keygen, open, letters.")
final class HandoverCommand {}
