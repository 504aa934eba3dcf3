package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process whose words are heard while it runs. Closing kills it, as kill -9 does. */
final class Running implements AutoCloseable {
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toMillis(60);

    private final List<String> command;
    private final Process process;
    private final Words out;
    private final Words err;

    private Running(List<String> command, Process process) {
        this.command = command;
        this.process = process;
        this.out = new Words(process.getInputStream());
        this.err = new Words(process.getErrorStream());
    }

    static Running start(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
        builder.environment().putAll(environment);
        try {
            return new Running(command, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Into its stdin. */
    void type(String text) {
        try {
            OutputStream in = process.getOutputStream();
            in.write(text.getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitOut(String text) {
        await(out, text);
    }

    /** All that it has said by then. */
    String awaitErr(String text) {
        return await(err, text);
    }

    /** Onto its stdout, so far. */
    String said() {
        return out.sofar();
    }

    private String await(Words words, String text) {
        if (!words.heard(text, LONGEST_WAIT)) {
            fail("\"" + text + "\" was waited for in vain: " + command + "\n" + out.sofar() + err.sofar());
        }
        return words.sofar();
    }

    /** As {@code kill -NAME} does. */
    void signal(String name) {
        start(List.of("kill", "-" + name, Long.toString(pid())), Map.of()).end().ended(0);
    }

    /** As {@code kill -KILL} does, and nothing where it has ended by then. */
    void kill() {
        process.destroyForcibly();
    }

    /** Closes its stdin and waits. */
    Outcome end() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LONGEST_WAIT, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                fail("still running after a minute: " + command + "\n" + out.sofar() + err.sofar());
            }
            return new Outcome(process.exitValue(), out.all(), err.all());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One of its streams. */
    private static final class Words {
        private final StringBuilder text = new StringBuilder();
        private final Thread reading;
        private boolean ended;

        Words(InputStream stream) {
            reading = new Thread(() -> read(stream));
            reading.setDaemon(true);
            reading.start();
        }

        private void read(InputStream stream) {
            char[] buffer = new char[4096];
            try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
                    add(buffer, count);
                }
            } catch (IOException e) {
                // killed while it spoke
            } finally {
                end();
            }
        }

        private synchronized void add(char[] buffer, int count) {
            text.append(buffer, 0, count);
            notifyAll();
        }

        private synchronized void end() {
            ended = true;
            notifyAll();
        }

        synchronized boolean heard(String wanted, long millis) {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            while (text.indexOf(wanted) < 0) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (ended || left <= 0) {
                    return false;
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }

        synchronized String sofar() {
            return text.toString();
        }

        String all() throws InterruptedException {
            reading.join(LONGEST_WAIT);
            return sofar();
        }
    }
}
