package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.cli.ledger.PostgresIsland;
import dev.seckey.transports.real.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Four benches at once, each a process of its own, with one users' file and one ledger on a real PostgreSQL server. */
class ProvisionBenchesIT {
    private static final List<String> BENCHES = List.of("A", "B", "C", "D");
    private static final int KEYS_EACH = 3;
    private static final int PEOPLE = BENCHES.size() * KEYS_EACH;
    private static final Pattern PERSON = Pattern.compile("\"person\":\\{\"id\":\"(E\\d+)\"");
    private static final String POLICY = """
            minimum-level = "L2"
            [provision]
            pin = "random"
            min-pin-length = 6
            force-pin-change = true
            asset-label = "WARD7-{n:04}"
            """;

    @TempDir
    private Path folder;

    @Test
    void eachPersonGetsExactlyOneKey() throws IOException {
        RealParts.require("postgresql");
        Files.writeString(folder.resolve("ward.toml"), POLICY);
        Files.writeString(folder.resolve("staff.csv"), staff());
        try (PostgresIsland island = PostgresIsland.start()) {
            String ledger = island.newDatabase();
            List<String> given = new ArrayList<>();
            for (Running bench :
                    BENCHES.stream().map(name -> start(name, ledger)).toList()) {
                try (bench) {
                    given.addAll(PERSON.matcher(bench.end().ended(0).out())
                            .results()
                            .map(person -> person.group(1))
                            .toList());
                }
            }
            Set<String> everybody =
                    IntStream.rangeClosed(1, PEOPLE).mapToObj(i -> "E" + i).collect(Collectors.toSet());
            assertEquals(PEOPLE, given.size());
            assertEquals(everybody, Set.copyOf(given));
            requireOneEachInLedger(ledger, everybody);
        }
    }

    private static String staff() {
        return IntStream.rangeClosed(1, PEOPLE)
                .mapToObj(i -> "E" + i + ",Person " + i + "\n")
                .collect(Collectors.joining("", "Staff number,Full name\n", ""));
    }

    private Running start(String bench, String ledger) {
        return Seckey.HERE.start(
                "provision",
                "--policy",
                folder.resolve("ward.toml").toString(),
                "--home",
                folder.resolve("home-" + bench).toString(),
                "--bench",
                bench,
                "--ledger",
                ledger,
                "--users",
                folder.resolve("staff.csv").toString(),
                "--pins-plain",
                folder.resolve("pins-" + bench).toString(),
                "--key",
                "virtual:level2",
                "--json",
                "--count",
                Integer.toString(KEYS_EACH));
    }

    private void requireOneEachInLedger(String ledger, Set<String> everybody) {
        Map<String, String> keys = Seckey.HERE
                .run("ledger", "list", "--json", "--ledger", ledger)
                .ended(0)
                .json();
        assertEquals(Set.of("DONE"), values(keys, "outcome"));
        assertEquals(everybody, values(keys, "person/id"));
        assertEquals(PEOPLE, values(keys, "key/id").size());
        assertEquals(
                IntStream.rangeClosed(1, PEOPLE)
                        .mapToObj(i -> String.format("WARD7-%04d", i))
                        .collect(Collectors.toSet()),
                values(keys, "key/asset"));
        Seckey.HERE.run("ledger", "check", "--ledger", ledger).ended(0);
    }

    private static Set<String> values(Map<String, String> keys, String member) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(i -> keys.get("/keys/" + i + "/" + member))
                .collect(Collectors.toSet());
    }
}
