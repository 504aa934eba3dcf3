package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.Ran;
import dev.seckey.cli.ledger.Desk;
import dev.seckey.cli.ledger.LedgerAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is killed (SIGKILL) at many moments: the ledger is whole, and later runs bring the key to its end. */
class ProvisionKilledIT {
    private static final int EMPTY = -2;
    private static final String POLICY = """
            minimum-level = "L2"
            [provision]
            pin = "random"
            min-pin-length = 6
            force-pin-change = true
            always-uv = true
            enterprise-attestation = true
            """;

    @TempDir
    private Path folder;

    private String file(String kind, int number) {
        return folder.resolve(kind + number).toString();
    }

    private String ledger(int number) {
        return file("ledger", number);
    }

    private List<String> provision(int number, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "provision",
                "--policy",
                folder.resolve("ward.toml").toString(),
                "--home",
                file("home", number),
                "--ledger",
                ledger(number),
                "--pins-plain",
                file("pins", number),
                "--key",
                "virtual:level2@" + file("key", number)));
        Collections.addAll(arguments, more);
        return arguments;
    }

    @Test
    void aRunThatIsKilledIsTakenUpByTheNext() throws IOException {
        killAtManyMoments(25);
    }

    @Test
    @Tag("long")
    void soItIsHoweverOftenItIsTried() throws IOException {
        killAtManyMoments(500);
    }

    /** As many at a time as there are processors. */
    private void killAtManyMoments(int kills) throws IOException {
        Files.writeString(folder.resolve("ward.toml"), POLICY);
        LedgerAddress empty = LedgerAddress.of(Optional.of(ledger(EMPTY)), Optional.empty(), Map.of());
        empty.open(new Desk("bench", "amy", "it-7"), Clock.systemUTC()).close();
        long whole = IntStream.of(-1, 0)
                .parallel()
                .mapToLong(this::timeOfOneThatIsLeftAlone)
                .max()
                .orElseThrow();
        int interrupted = IntStream.rangeClosed(1, kills)
                .parallel()
                .map(number -> killAndConverge(number, whole * number / kills))
                .sum();
        assertTrue(interrupted > kills / 3, "only " + interrupted + " were interrupted before their end");
    }

    /** From the first look at the key to the end, in nanoseconds: the kills are spread over as much. */
    private long timeOfOneThatIsLeftAlone(int number) {
        try (Running run = start(number)) {
            run.awaitErr("leave the key in its place");
            long start = System.nanoTime();
            run.end().ended(0);
            return System.nanoTime() - start;
        }
    }

    private Running start(int number) {
        try {
            Files.copy(Path.of(ledger(EMPTY)), Path.of(ledger(number)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Seckey.HERE.start(provision(number).toArray(String[]::new));
    }

    /** @return 1 if it was interrupted, else 0 */
    private int killAndConverge(int number, long after) {
        int interrupted;
        try (Running run = start(number)) {
            run.awaitErr("leave the key in its place");
            LockSupport.parkNanos(after);
            run.kill();
            interrupted = run.end().out().contains("DONE") ? 0 : 1;
        }
        converge(number);
        return interrupted;
    }

    private void converge(int number) {
        requireWholeLedger(number);
        Ran next = here(provision(number, "--reset-unfinished", "--yes").toArray(String[]::new));
        assertTrue(next.out().matches("(?s)SIMULATED (DONE|ALREADY IN ORDER) .*"), next::everything);
        Map<String, String> info =
                JsonMembers.of(here("info", "--json", "--key", "virtual:level2@" + file("key", number))
                        .out());
        assertEquals("true", info.get("/info/forcePINChange"));
        assertEquals("true", info.get("/info/options/alwaysUv"));
        requireWholeLedger(number);
    }

    private void requireWholeLedger(int number) {
        here("ledger", "check", "--ledger", ledger(number), "--home", file("home", number));
    }

    /** The next run, and what only looks, are not killed, and need no process of their own. */
    private Ran here(String... arguments) {
        Ran ran = new Bench(folder.resolve("bench")).run(arguments);
        assertEquals(ExitCode.DONE, ran.code(), ran::everything);
        return ran;
    }
}
