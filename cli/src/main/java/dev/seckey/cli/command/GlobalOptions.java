package dev.seckey.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command has, before or after its name. */
final class GlobalOptions {
    @Option(
            names = "--key",
            paramLabel = "SELECTOR",
            scope = ScopeType.INHERIT,
            description =
                    "The key to use: usb:PATH, nfc:READER, serial:NUMBER, asset:LABEL or virtual[:PROFILE[@FILE]]. One key needs none.")
    private Optional<String> key = Optional.empty();

    @Option(
            names = "--virtual",
            scope = ScopeType.INHERIT,
            description = "A simulated key in this process; short for --key virtual.")
    private boolean virtual;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print JSON instead of text.")
    private boolean json;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            scope = ScopeType.INHERIT,
            description = "How long the key may take for one answer, a touch included (${DEFAULT-VALUE}).")
    private int timeout = 30;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Write the result into a file, in UTF-8.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where seckey keeps its metadata (or SECKEY_HOME).")
    private Optional<Path> home = Optional.empty();

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Write every packet and APDU into a file; what belongs to a PIN is left out.")
    private Optional<Path> trace = Optional.empty();

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT,
            description = "Say more on stderr: every packet, and where a failure came from.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(names = "--version", versionHelp = true, scope = ScopeType.INHERIT, description = "Show the version.")
    private boolean version;

    @Option(names = "--no-color", scope = ScopeType.INHERIT, description = "No colour (or NO_COLOR).")
    private boolean noColor;

    boolean noColor() {
        return noColor;
    }

    Optional<String> key() {
        return virtual ? Optional.of("virtual") : key;
    }

    boolean namesTwoKeys() {
        return virtual && key.isPresent();
    }

    boolean json() {
        return json;
    }

    void askForJson() {
        json = true;
    }

    int timeout() {
        return timeout;
    }

    Optional<Path> output() {
        return output;
    }

    Optional<Path> home() {
        return home;
    }

    Optional<Path> trace() {
        return trace;
    }

    boolean verbose() {
        return verbose;
    }
}
