package dev.seckey.cli.command;

import picocli.CommandLine.Command;

@Command(
        name = "config",
        description = "Settings of a key: always-uv, min-pin-length, force-pin-change, enterprise-attestation,"
                + " long-touch-reset, pin-complexity.")
final class ConfigCommand {}
