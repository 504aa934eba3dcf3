package dev.seckey.cli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they write. */
class KilledBenchTest {
    private static final int KILLS = 25;

    @TempDir
    Path home;

    @Test
    void nothingThatWasReportedAsAddedIsLostByAKill() throws Exception {
        String file = home.resolve("ledger.sqlite").toString();
        LedgerAddress address = LedgerAddress.of(Optional.of(file), Optional.of(home), Map.of());
        Random random = new Random(2026);
        List<Head> reported = new ArrayList<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            try (BusyProcess bench = new BusyProcess("append", file, "A", home)) {
                List<String> said = new ArrayList<>();
                for (int lines = 1 + random.nextInt(20); lines > 0; lines--) {
                    said.add(bench.line());
                }
                said.addAll(bench.kill());
                said.stream().filter(KilledBenchTest::isWhole).map(Head::parse).forEach(reported::add);
            }
            try (Ledger ledger = address.openExisting(Benches.desk("A"), Benches.CLOCK)) {
                assertEquals(List.of(), ledger.check(reported), "after kill " + kill);
                long known = reported.get(reported.size() - 1).sequence();
                long there = ledger.head().orElseThrow().sequence();
                assertTrue(there == known || there == known + 1, known + " reported, " + there + " there");
            }
        }
        assertTrue(reported.size() >= KILLS);
        try (Stream<Path> libraries = Files.walk(home.resolve("native"))) {
            assertEquals(1, libraries.filter(Files::isRegularFile).count());
        }
    }

    /** The kill may have cut its last line. */
    private static boolean isWhole(String line) {
        return line.matches("A#\\d+:[0-9a-f]{64}");
    }
}
