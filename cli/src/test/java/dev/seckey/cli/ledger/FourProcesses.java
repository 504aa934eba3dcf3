package dev.seckey.cli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Four benches as processes of their own at the same people. */
final class FourProcesses {
    private static final int PEOPLE = 200;

    private FourProcesses() {}

    /** Each person must get exactly one key, and each key a number of its own. */
    static void giveEachPersonOneKey(String ledger, LedgerAddress address, Path home) throws InterruptedException {
        List<BusyProcess> benches = new ArrayList<>();
        for (int bench = 1; bench <= 4; bench++) {
            benches.add(new BusyProcess("claim", ledger, "bench" + bench, home, Integer.toString(PEOPLE)));
        }
        List<String> given = new ArrayList<>();
        for (BusyProcess bench : benches) {
            try (bench) {
                given.addAll(bench.end());
                assertEquals(0, bench.exitValue());
            }
        }
        Set<String> people = new HashSet<>();
        Set<Integer> numbers = new HashSet<>();
        for (String line : given) {
            people.add(line.split(" ")[0]);
            numbers.add(Integer.parseInt(line.split(" ")[1]));
        }
        assertEquals(PEOPLE, given.size());
        assertEquals(PEOPLE, people.size());
        assertEquals(new HashSet<>(IntStream.rangeClosed(1, PEOPLE).boxed().toList()), numbers);
        try (Ledger open = address.open(Benches.desk("check"), Benches.CLOCK)) {
            assertEquals(PEOPLE, new HashSet<>(open.bindings().values()).size());
            assertEquals(List.of(), open.check(List.of()));
        }
    }
}
