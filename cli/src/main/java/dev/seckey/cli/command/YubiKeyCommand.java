package dev.seckey.cli.command;

import picocli.CommandLine.Command;

@Command(name = "yubikey", description = "What only YubiKeys have: serial number, form, applications over USB and NFC.")
final class YubiKeyCommand {}
