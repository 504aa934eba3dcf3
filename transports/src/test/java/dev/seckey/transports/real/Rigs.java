package dev.seckey.transports.real;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Puts the rigs next to a test and wraps commands in them. Require the real parts first. */
public final class Rigs {
    private static final int FIRST_JAVA_TO_WARN_OF_NATIVE_CODE = 22;
    private static final int LONGEST_RUN_SECONDS = 60;

    private final Path folder;

    /** @param folder for the rigs' files; the test removes it */
    public Rigs(Path folder) {
        this.folder = folder;
    }

    /** What a command said and how it ended. */
    public record Result(int status, String output) {
        public List<String> lines() {
            return output.lines().toList();
        }
    }

    /** The command beside a smart card service of its own, whose readers listen on {@code port} and the next. */
    public List<String> besidePcscd(int port, List<String> command) {
        return besidePcscd(port, 1, command);
    }

    /** @param pairs of readers, on ports that follow one another; 8 are as many as the service takes */
    public List<String> besidePcscd(int port, int pairs, List<String> command) {
        return prefixed(List.of("bash", unpack("pcsc-island.sh").toString(), port + ":" + pairs), command);
    }

    /** The command where no smart card service runs. */
    public List<String> withoutPcscd(List<String> command) {
        return prefixed(List.of("bash", unpack("pcsc-island.sh").toString(), "none"), command);
    }

    /** The command with one FIDO device, /dev/hidraw0, whose packets go to a listener on a loopback port. */
    public List<String> withHidraw(int port, List<String> command) {
        Path program = folder.resolve("umock-key");
        if (!Files.exists(program)) {
            String source = unpack("umock-key.c").toString();
            Result built = run(List.of(
                    "sh",
                    "-c",
                    "gcc -o \"$0\" \"$1\" $(pkg-config --cflags --libs umockdev-1.0) -lpthread",
                    program.toString(),
                    source));
            if (built.status() != 0) {
                throw new IllegalStateException(built.output());
            }
        }
        return prefixed(List.of(program.toString(), Integer.toString(port)), command);
    }

    /**
     * The command as root of a virtual machine that has these files and a kernel of its own.
     *
     * @param kernel a kernel package, unpacked
     */
    public List<String> inVm(Path kernel, List<String> command) {
        return prefixed(List.of("bash", unpack("uhid-vm.sh").toString(), kernel.toString()), command);
    }

    /** A Java program of the test tree, as a process that starts fast. */
    public static List<String> java(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        if (Runtime.version().feature() >= FIRST_JAVA_TO_WARN_OF_NATIVE_CODE) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** Runs to the end; standard error counts as output. */
    public static Result run(List<String> command) {
        return run(command, LONGEST_RUN_SECONDS);
    }

    /** The same for what takes long. */
    public static Result run(List<String> command, int longestSeconds) {
        try {
            Path output = Files.createTempFile("seckey-rig", ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                if (!process.waitFor(longestSeconds, TimeUnit.SECONDS)) {
                    process.destroyForcibly().waitFor();
                    throw new IllegalStateException("still running after " + longestSeconds + " s: " + command + "\n"
                            + Files.readString(output));
                }
                return new Result(process.exitValue(), Files.readString(output));
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A rig's file, put into the folder. */
    public Path unpack(String name) {
        Path file = folder.resolve(name);
        try (InputStream in = Rigs.class.getResourceAsStream("/rigs/" + name)) {
            if (!Files.exists(file)) {
                Files.copy(in, file);
                // the rig starts itself again
                if (!file.toFile().setExecutable(true)) {
                    throw new IOException("cannot make " + file + " executable");
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> prefixed(List<String> wrapper, List<String> command) {
        List<String> whole = new ArrayList<>(wrapper);
        whole.addAll(command);
        return whole;
    }
}
