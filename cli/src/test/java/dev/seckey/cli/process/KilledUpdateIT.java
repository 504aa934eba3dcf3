package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.net.TestServer;
import dev.seckey.cli.net.TestTls;
import dev.seckey.ctap2.metadata.LargeBlobs;
import dev.seckey.ctap2.metadata.TestAuthority;
import dev.seckey.ctap2.metadata.TestBlobs;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An update that ends in the middle. How many are killed says {@code -Dseckey.kills=N}. */
@DisabledOnOs(OS.WINDOWS)
class KilledUpdateIT {
    private static final int KILLS = Integer.getInteger("seckey.kills", 15);
    private static final int MODELS = 300;
    private static final String HEAP = "-Xmx256m";

    @TempDir
    private Path folder;

    private MetadataBench bench;
    private final TestAuthority web = TestAuthority.root("CN=Test Web Root");
    private Path ca;

    @BeforeEach
    void makeService() throws IOException {
        bench = new MetadataBench(folder, TestBlobs.service(), HEAP);
        ca = TestTls.pem(folder.resolve("ca.pem"), web.certificate());
    }

    /** From a file and over the network in turn, each a little later in its run. */
    @Test
    void aKilledUpdateLeavesTheOldMetadataOrTheNew() throws IOException {
        long before = System.nanoTime();
        bench.update(bench.file("1.jwt", blob(1))).ended(0);
        long whole = System.nanoTime() - before;
        for (int kill = 0; kill < KILLS; kill++) {
            long old = bench.number();
            long number = 2 + kill;
            byte[] blob = blob(number);
            try (TestServer server = TestServer.start(web).body(blob)) {
                String[] fromFile = {"--from", bench.file("next.jwt", blob).toString()};
                String[] fromThere = {"--url", server.address().toString(), "--ca", ca.toString()};
                killAfter(whole * kill / KILLS, kill % 2 == 0 ? fromFile : fromThere);
            }
            long left = bench.number();
            assertTrue(left == old || left == number, left + " is neither " + old + " nor " + number);
            bench.run("metadata", "check", LargeBlobs.aaguid(MODELS - 1))
                    .ended(0)
                    .printed("Level 2");
        }
        bench.update(bench.file("last.jwt", blob(9_999))).ended(0);
        assertEquals(9_999, bench.number());
    }

    /** Closing kills. */
    private void killAfter(long nanos, String... source) {
        try (Running update = bench.startUpdate(source)) {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void ctrlCEndsADownloadAndLeavesNothing() throws IOException {
        bench.update(bench.file("1.jwt", blob(1))).ended(0);
        byte[] before = bench.stored();
        try (TestServer server = TestServer.start(web).stallHalfWay(blob(2));
                Running update = bench.startUpdate("--url", server.address().toString(), "--ca", ca.toString())) {
            update.awaitErr("fetching https://localhost");
            awaitRequest(server);
            update.signal("INT");
            update.end().ended(130).printedNothing().said("seckey: cancelled").said("BLOB no. 1");
        }
        assertArrayEquals(before, bench.stored());
        assertEquals(List.of(), bench.leftOvers());
    }

    /** One that had to wait looks again at what is stored; one that is killed while it waits is in nobody's way. */
    @Test
    void ofTwoUpdatesAtOnceTheNewerStays() throws IOException {
        MetadataBench other = new MetadataBench(Files.createDirectory(folder.resolve("other")), bench.service(), HEAP);
        other.update(other.file("3.jwt", blob(3))).ended(0);
        bench.update(bench.file("1.jwt", blob(1))).ended(0);
        String second = bench.file("2.jwt", blob(2)).toString();
        try (FileChannel turn = FileChannel.open(bench.turn(), StandardOpenOption.WRITE);
                Running older = bench.startUpdate("--from", second)) {
            try (FileLock held = turn.lock();
                    Running killed = bench.startUpdate("--from", second)) {
                awaitItsTurn(killed);
                awaitItsTurn(older);
                Files.write(bench.home().resolve("metadata.jsonl"), other.stored());
            }
            older.end().ended(9).said("older than what is stored: number 2 after 3");
        }
        assertEquals(3, bench.number());
        bench.update(bench.file("4.jwt", blob(4))).ended(0);
        assertEquals(4, bench.number());
    }

    /** Linux marks those who wait for a lock with an arrow. */
    private static void awaitItsTurn(Running update) throws IOException {
        String waiting = "(?s).*-> POSIX +ADVISORY +WRITE " + update.pid() + " .*";
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!Files.readString(Path.of("/proc/locks")).matches(waiting)) {
            assertTrue(System.nanoTime() < end, "it did not come to wait");
            Thread.onSpinWait();
        }
    }

    private static void awaitRequest(TestServer server) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (server.requests().isEmpty() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertEquals(1, server.requests().size());
    }

    private byte[] blob(long number) {
        return bench.service().blob(LargeBlobs.payload(number, MODELS, 10_000));
    }
}
