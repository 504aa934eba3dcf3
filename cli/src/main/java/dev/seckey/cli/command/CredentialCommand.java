package dev.seckey.cli.command;

import picocli.CommandLine.Command;

@Command(
        name = "credential",
        description = "Credentials (passkeys): create, assert, verify; list, update, delete, usage of those on a key.")
final class CredentialCommand {}
