package dev.seckey.cli.bench;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.Interrupts;
import dev.seckey.cli.Main;
import dev.seckey.cli.Surroundings;
import dev.seckey.cli.diagnose.Machine;
import dev.seckey.cli.schema.JsonDocuments;
import dev.seckey.cli.terminal.Screen;
import dev.seckey.ctap2.transport.CancelToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** One place to run commands in. */
public final class Bench {
    public static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final Map<String, String> environment = new HashMap<>();
    private final SteppingTicker ticker = new SteppingTicker();
    private final CancelToken cancel = new CancelToken();
    private final BenchKeys keys = new BenchKeys(ticker, cancel::cancel);
    private Screen screen = Screen.NONE;
    private Machine machine = BenchMachine.empty();
    private byte[] stdin = {};
    private final Deque<String> typed = new ArrayDeque<>();

    /** @param home a folder of this bench alone */
    public Bench(Path home) {
        environment.put("SECKEY_HOME", home.toString());
    }

    public Bench with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** What stands on standard input. */
    public Bench given(byte[] input) {
        stdin = input.clone();
        return this;
    }

    /** What the person types when asked, answer by answer, the last again and again; without this there is no terminal. */
    public Bench typing(String pin) {
        typed.add(pin);
        return this;
    }

    /** A person sees both streams on this. */
    public Bench on(Screen terminal) {
        screen = terminal;
        return this;
    }

    /** The computer around the keys; without this an empty Linux. */
    public Bench on(Machine computer) {
        machine = computer;
        return this;
    }

    public BenchKeys keys() {
        return keys;
    }

    /** Whatever JSON comes of it is held against its schema. */
    public Ran run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ExitCode code;
        try (PrintStream toOut = printer(out);
                PrintStream toErr = printer(err)) {
            code = Main.run(surroundings(toOut, toErr), args);
        }
        String printed = out.toString(StandardCharsets.UTF_8);
        JsonDocuments.check(printed);
        return new Ran(printed, err.toString(StandardCharsets.UTF_8), code);
    }

    private static PrintStream printer(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private Surroundings surroundings(PrintStream out, PrintStream err) {
        return new Surroundings(
                new ByteArrayInputStream(stdin),
                out,
                err,
                environment,
                Clock.fixed(NOW, ZoneOffset.UTC),
                ticker,
                Predictable::new,
                keys,
                machine,
                Interrupts.only(cancel),
                question -> {
                    err.println(question + ":");
                    return Optional.ofNullable(typed.size() > 1 ? typed.poll() : typed.peek())
                            .map(answer -> answer.getBytes(StandardCharsets.UTF_8));
                },
                screen);
    }

    /** The same numbers in each run. */
    private static final class Predictable extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final Random numbers = new Random(2026);

        @Override
        public void nextBytes(byte[] bytes) {
            numbers.nextBytes(bytes);
        }
    }
}
