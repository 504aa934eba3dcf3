package dev.seckey.cli.command;

import picocli.CommandLine.Command;

@Command(name = "ledger", description = "What was done to which key: list, show, assign, export, check.")
final class LedgerCommand {}
