package dev.seckey.cli.metadata;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.Ran;
import dev.seckey.ctap2.published.SharedData;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** FIDO's own BLOB number 122 of December 2024; skipped where it is absent. */
class RealMetadataTest {
    @TempDir
    Path home;

    private String blob;

    @BeforeEach
    void find() {
        blob = SharedData.file("mds/blob-no122-2024-12-20.jwt").toString();
    }

    @Test
    void isAcceptedAsOfItsTime() {
        Ran ran = new Bench(home).run("metadata", "update", "--from", blob, "--at", "2024-12-20");

        assertEquals(ExitCode.DONE, ran.code(), ran.err());
        assertTrue(ran.out().matches("(?s).*entries +281\n.*"), ran.out());
        assertEquals(
                26,
                new Bench(home)
                        .run("metadata", "list", "--level", "L2+")
                        .out()
                        .lines()
                        .count());
    }

    @Test
    void isRefusedTodaySinceItsSignersCertificateHasRunOut() {
        Ran ran = new Bench(home).run("metadata", "update", "--from", blob);

        assertEquals(ExitCode.CANNOT_TELL, ran.code());
        assertTrue(new Bench(home).run("metadata", "status").out().contains("snapshot of facts"));
    }
}
