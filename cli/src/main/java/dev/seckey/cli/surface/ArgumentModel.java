package dev.seckey.cli.surface;

/**
 * What may stand behind a command.
 *
 * @param many whether more than one may
 */
public record ArgumentModel(Value value, boolean required, boolean many, String description) {}
