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
import java.nio.file.Path;
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

    @TempDir
    private Path folder;

    private MetadataBench bench;
    private final TestAuthority web = TestAuthority.root("CN=Test Web Root");
    private Path ca;

    @BeforeEach
    void makeService() throws IOException {
        bench = new MetadataBench(folder, TestBlobs.service(), "-Xmx256m");
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
        assertEquals(1, bench.files().size());
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
