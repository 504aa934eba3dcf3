package dev.seckey.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** This process's own streams. Each question is answered when it is asked, since most commands ask none. */
public final class TtyScreen implements Screen {
    private static final File TTY = new File("/dev/tty");

    @Override
    public boolean showsOut() {
        return isTerminal(1);
    }

    @Override
    public boolean showsErr() {
        return isTerminal(2);
    }

    /** By the link that Linux has for each stream; elsewhere Java only tells whether stdin and stdout both are. */
    private static boolean isTerminal(int stream) {
        Path link = Path.of("/proc/self/fd/" + stream);
        return Files.isSymbolicLink(link) ? leadsToTerminal(link) : System.console() != null;
    }

    static boolean leadsToTerminal(Path link) {
        try {
            String device = Files.readSymbolicLink(link).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public int columns() {
        if (!TTY.exists()) {
            return UNKNOWN_COLUMNS;
        }
        try {
            Process stty = new ProcessBuilder("stty", "size").redirectInput(TTY).start();
            String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            int columns = Integer.parseInt(size.substring(size.indexOf(' ') + 1));
            return columns > 0 ? columns : UNKNOWN_COLUMNS;
        } catch (IOException | NumberFormatException e) {
            return UNKNOWN_COLUMNS; // there is a device, and no terminal behind it
        }
    }
}
