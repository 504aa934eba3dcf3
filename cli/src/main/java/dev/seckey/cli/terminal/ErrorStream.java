package dev.seckey.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether somebody watches what is written to stderr as it comes. */
public final class ErrorStream {
    private static final Path ON_LINUX = Path.of("/proc/self/fd/2");

    private ErrorStream() {}

    /** Elsewhere than on Linux Java tells it only of stdin and stdout together, which has to do. */
    public static boolean isTerminal() {
        return Files.isSymbolicLink(ON_LINUX) ? leadsToTerminal(ON_LINUX) : System.console() != null;
    }

    static boolean leadsToTerminal(Path link) {
        try {
            String device = Files.readSymbolicLink(link).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
