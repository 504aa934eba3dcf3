package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.transports.real.Rigs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A smart card service in a network and file system of its own, into which commands are put one after another. */
final class PcscIsland implements AutoCloseable {
    static final String READER = "Virtual PCD 00 00";
    static final String SECOND_READER = "Virtual PCD 00 01";

    private static final int PORT = 21_750;
    private static final Pattern INSERTED = Pattern.compile("Card inserted into");
    private static final Pattern REMOVED = Pattern.compile("Card Removed From");
    private static final long POLL = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(30);

    private final Path log;
    private final Running holder;
    private final Map<Running, Integer> laid = new HashMap<>();

    private PcscIsland(Path log, Running holder) {
        this.log = log;
        this.holder = holder;
    }

    /** @param folder for the rig's files */
    static PcscIsland inhabit(Path folder) {
        return inhabit(folder, 1);
    }

    /** @param pairs of readers; 8 at most */
    static PcscIsland inhabit(Path folder, int pairs) {
        Path log = folder.resolve("pcscd.log");
        List<String> hold = List.of("sh", "-c", "echo ready; exec cat");
        Running holder = Running.start(
                new Rigs(folder).besidePcscd(PORT, pairs, hold), Map.of("SECKEY_PCSCD_LOG", log.toString()));
        holder.awaitOut("ready");
        return new PcscIsland(log, holder);
    }

    Seckey seckey() {
        return new Seckey(this::here);
    }

    private List<String> here(List<String> command) {
        List<String> enter = Stream.concat(
                        Stream.of("nsenter", "--target", Long.toString(holder.pid()), "--net", "--mount"),
                        "root".equals(System.getProperty("user.name"))
                                ? Stream.empty()
                                : Stream.of("--user", "--preserve-credentials"))
                .toList();
        return Stream.concat(enter.stream(), command.stream()).toList();
    }

    /** A simulated key on the first reader, once the service has noticed it. Closing takes it away. */
    Running lay(String... options) {
        return lay(PORT, options);
    }

    /** What is no simulated key. @param script in Python, of the tests' rigs; gets the port of the first reader */
    Running layOther(Path script, String... arguments) {
        awaitThoseTakenAway();
        long before = insertions();
        Running card = seckey().start(Stream.concat(
                        Stream.of("/usr/bin/python3", script.toString(), Integer.toString(PORT)), Stream.of(arguments))
                .toList());
        awaitInsertions(before + 1);
        laid.put(card, 1);
        return card;
    }

    /** Tells a simulated key through its control port. */
    void tell(int controlPort, String line) {
        String talk = "exec 3<>/dev/tcp/127.0.0.1/" + controlPort + "; echo " + line + " >&3; head -1 <&3";
        assertEquals("ok\n", seckey().run(List.of("bash", "-c", talk)).ended(0).out());
    }

    Running layOnSecondReader(String... options) {
        return lay(PORT + 1, options);
    }

    /** So many at once, on the first readers. */
    Running layBox(int count, String... options) {
        return lay(PORT, count, options);
    }

    private Running lay(int port, String... options) {
        return lay(port, 1, options);
    }

    private Running lay(int port, int count, String... options) {
        awaitThoseTakenAway();
        long before = insertions();
        String[] start = {"virtual", "start", "--vpcd", "localhost:" + port, "--count", Integer.toString(count)};
        Running card = seckey().start(
                        Stream.concat(Stream.of(start), Stream.of(options)).toArray(String[]::new));
        card.awaitErr("Ctrl-C takes it away");
        awaitInsertions(before + count);
        laid.put(card, count);
        return card;
    }

    /** A card that comes before the service has seen the last one go is no new card to it. */
    private void awaitThoseTakenAway() {
        laid.keySet().removeIf(card -> !card.isAlive());
        int lying = laid.values().stream().mapToInt(Integer::intValue).sum();
        await(REMOVED, insertions() - lying, "the service does not notice that the card is gone");
    }

    private void awaitInsertions(long wanted) {
        await(INSERTED, wanted, "the service does not notice the card");
    }

    /** Until the service has seen all of them go. */
    void awaitEmptyReaders() {
        await(REMOVED, insertions(), "the service does not notice that the card is gone");
    }

    private void await(Pattern event, long wanted, String otherwise) {
        long end = System.nanoTime() + LONGEST_WAIT;
        while (count(event) < wanted) {
            assertTrue(System.nanoTime() < end, otherwise);
            LockSupport.parkNanos(POLL);
        }
    }

    /** Takes a card off its reader and lays it on again, through its control port. */
    void powerCycle(int controlPort) {
        long before = insertions();
        tell(controlPort, "power-cycle");
        awaitInsertions(before + 1);
    }

    private long insertions() {
        return count(INSERTED);
    }

    private long count(Pattern event) {
        try {
            return event.matcher(Files.readString(log)).results().count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        holder.end();
    }
}
