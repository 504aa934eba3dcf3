package dev.seckey.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** This process's own streams. Each question is answered when it is asked, since most commands ask none. */
public final class TtyScreen implements Screen {
    private static final File TTY = new File("/dev/tty");

    /** What POSIX systems say of a file's kind, within its mode. */
    private static final int KIND = 0170000;

    private static final int PIPE = 0010000;
    private static final int SOCKET = 0140000;

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

    /** Where no system tells, it is taken for one. */
    @Override
    public boolean pipesOut() {
        return isPipe(Path.of("/dev/fd/1"));
    }

    static boolean isPipe(Path stream) {
        try {
            int kind = (int) Files.getAttribute(stream, "unix:mode") & KIND;
            return kind == PIPE || kind == SOCKET;
        } catch (IOException e) {
            return false; // closed from the beginning
        } catch (UnsupportedOperationException e) {
            return true;
        }
    }

    @Override
    public int columns() {
        return measured().map(Size::columns).orElse(UNKNOWN_COLUMNS);
    }

    @Override
    public Size size() {
        return measured().orElse(Size.USUAL);
    }

    private static Optional<Size> measured() {
        if (!TTY.exists()) {
            return Optional.empty();
        }
        try {
            Process stty = new ProcessBuilder("stty", "size").redirectInput(TTY).start();
            return parse(new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return Optional.empty(); // there is a device, and no terminal behind it
        }
    }

    /** Lines and columns, as stty prints them; 0 where it does not know. */
    static Optional<Size> parse(String size) {
        Matcher numbers = Pattern.compile("(\\d{1,5}) (\\d{1,5})").matcher(size.strip());
        return Optional.of(numbers)
                .filter(Matcher::matches)
                .map(found -> size(Integer.parseInt(found.group(2)), Integer.parseInt(found.group(1))))
                .filter(told -> told.columns() > 0);
    }

    private static Size size(int columns, int rows) {
        return new Size(columns, rows > 0 ? rows : Size.USUAL.rows());
    }
}
