package dev.seckey.cli.terminal;

import dev.seckey.cli.Interrupts;
import java.io.Console;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Opens the terminal itself, since stdin and stdout may be pipes ({@code seckey verify --json | jq} must be able to
 * ask). Echo is off while the PIN is typed, and on again whatever happens.
 */
public final class TtyPinPrompt implements PinPrompt {
    private static final File TTY = new File("/dev/tty");

    private final Interrupts interrupts;

    public TtyPinPrompt(Interrupts interrupts) {
        this.interrupts = interrupts;
    }

    @Override
    public Optional<byte[]> ask(String question) {
        if (!TTY.exists()) {
            return askConsole(question);
        }
        try (FileInputStream in = new FileInputStream(TTY);
                FileOutputStream out = new FileOutputStream(TTY)) {
            stty("-echo"); // before the question: who answers at once is not to be seen either
            try (Interrupts.Hook ignored = interrupts.before(() -> stty("echo"))) {
                out.write((question + ": ").getBytes(StandardCharsets.UTF_8));
                return Optional.of(readLine(in));
            } finally {
                stty("echo");
                out.write('\n');
            }
        } catch (IOException e) {
            return Optional.empty(); // there is a device, and no terminal behind it
        }
    }

    @Override
    public Optional<byte[]> askOpenly(String question) {
        if (!TTY.exists()) {
            Console console = System.console();
            String typed = console == null ? null : console.readLine("%s: ", question);
            return Optional.ofNullable(typed).map(line -> line.getBytes(StandardCharsets.UTF_8));
        }
        try (FileInputStream in = new FileInputStream(TTY);
                FileOutputStream out = new FileOutputStream(TTY);
                Interrupts.Hook ignored = interrupts.before(() -> {})) {
            out.write((question + ": ").getBytes(StandardCharsets.UTF_8));
            return Optional.of(readLine(in));
        } catch (IOException e) {
            return Optional.empty(); // there is a device, and no terminal behind it
        }
    }

    /** Windows: its console, if this process has one. */
    private static Optional<byte[]> askConsole(String question) {
        Console console = System.console();
        char[] typed = console == null ? null : console.readPassword("%s: ", question);
        if (typed == null) {
            return Optional.empty();
        }
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(typed));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        Arrays.fill(encoded.array(), (byte) 0);
        Arrays.fill(typed, '\0');
        return Optional.of(bytes);
    }

    private static byte[] readLine(FileInputStream in) throws IOException {
        byte[] buffer = new byte[512];
        int length = 0;
        try {
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                if (length < buffer.length) {
                    buffer[length++] = (byte) next;
                }
            }
            return Arrays.copyOf(buffer, length);
        } finally {
            Arrays.fill(buffer, (byte) 0);
        }
    }

    private static void stty(String mode) {
        try {
            new ProcessBuilder("stty", mode)
                    .redirectInput(TTY)
                    .redirectErrorStream(true)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("echo cannot be switched off: stty is missing", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
