package dev.seckey.cli.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link BusyBench} as it is seen from outside. */
final class BusyProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader out;

    BusyProcess(String work, String ledger, String bench, Path home, String... more) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BusyBench.class.getName(),
                work,
                ledger,
                bench,
                home.toString()));
        command.addAll(List.of(more));
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out = process.inputReader();
    }

    /** What it says next; null at its end. */
    String line() {
        try {
            return out.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills it as {@code kill -9} does, and gives what it had still said. */
    List<String> kill() throws InterruptedException {
        process.toHandle().destroyForcibly(); // by its handle: what it said stays readable
        return end();
    }

    /** All that it says until its end. */
    List<String> end() throws InterruptedException {
        List<String> said = new ArrayList<>();
        for (String line = line(); line != null; line = line()) {
            said.add(line);
        }
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running");
        }
        return said;
    }

    int exitValue() {
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
