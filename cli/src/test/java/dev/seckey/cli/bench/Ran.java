package dev.seckey.cli.bench;

import dev.seckey.cli.ExitCode;

/** What came of a command. */
public record Ran(String out, String err, ExitCode code) {
    public String everything() {
        return out + err;
    }
}
