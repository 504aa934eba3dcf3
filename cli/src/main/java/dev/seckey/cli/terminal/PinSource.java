package dev.seckey.cli.terminal;

import dev.seckey.cli.UsageException;
import dev.seckey.ctap2.fault.FileFault;
import dev.seckey.ctap2.fault.PinFault;
import dev.seckey.ctap2.fault.Reason;
import dev.seckey.ctap2.pinuv.Pin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * Where the PIN comes from: stdin, a file, an environment variable, or the person at the terminal. Never from the
 * command line, which every user of the machine can read.
 */
public final class PinSource {
    private static final int LONGEST_LINE = 512;

    private final InputStream in;
    private final PinPrompt prompt;
    private final Map<String, String> environment;

    public PinSource(InputStream in, PinPrompt prompt, Map<String, String> environment) {
        this.in = in;
        this.prompt = prompt;
        this.environment = environment;
    }

    /** Where the user said that the PIN is to be had; at most one of the three. */
    public record Choice(boolean stdin, Optional<Path> file, Optional<String> variable) {
        /** Whether there is one, so that nobody need be asked. */
        public boolean isGiven() {
            return stdin || file.isPresent() || variable.isPresent();
        }
    }

    /** The PIN, for the caller to close; empty if none was given and nobody can be asked. */
    public Optional<Pin> read(Choice choice, String question) {
        Optional<byte[]> bytes;
        if (choice.stdin()) {
            bytes = Optional.of(lineFrom(in, "stdin"));
        } else if (choice.file().isPresent()) {
            bytes = Optional.of(fromFile(choice.file().get()));
        } else if (choice.variable().isPresent()) {
            bytes = Optional.of(fromVariable(choice.variable().get()));
        } else {
            bytes = prompt.ask(question);
        }
        return bytes.map(PinSource::pin);
    }

    /** A new PIN; whoever types it does so twice, since nobody sees it. */
    public Optional<Pin> readNew(Choice choice) {
        Optional<Pin> first = read(choice, "new PIN");
        if (choice.isGiven() || first.isEmpty()) {
            return first;
        }
        try (Pin again = read(choice, "the new PIN once more").orElseThrow()) {
            if (!first.get().isSameAs(again)) {
                first.get().close();
                throw new PinFault(
                        Reason.PIN_REQUIRED, "the two new PINs are not the same", "nothing was sent to the key");
            }
        }
        return first;
    }

    private static Pin pin(byte[] bytes) {
        try {
            return Pin.takingUtf8(bytes);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "the PIN is not UTF-8 text", "convert it, or type it at the prompt; nothing was sent to the key");
        }
    }

    private static byte[] fromFile(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return lineFrom(content, file.toString());
        } catch (IOException e) {
            throw new FileFault("cannot read the PIN from " + file, e);
        }
    }

    private byte[] fromVariable(String name) {
        String value = environment.get(name);
        if (value == null) {
            throw new UsageException("there is no environment variable " + name + " with a PIN in it");
        }
        return value.getBytes(StandardCharsets.UTF_8);
    }

    /** One line, byte by byte, so that a next line is left for the next reader. */
    private static byte[] lineFrom(InputStream in, String where) {
        byte[] buffer = new byte[LONGEST_LINE];
        int length = 0;
        try {
            for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
                if (length == buffer.length) {
                    throw new UsageException("what " + where + " holds is too long for a PIN");
                }
                buffer[length++] = (byte) next;
            }
            int end = length > 0 && buffer[length - 1] == '\r' ? length - 1 : length;
            if (end == 0) {
                throw new UsageException("there is no PIN in " + where);
            }
            return Arrays.copyOf(buffer, end);
        } catch (IOException e) {
            throw new FileFault("cannot read the PIN from " + where, e);
        } finally {
            Arrays.fill(buffer, (byte) 0);
        }
    }
}
