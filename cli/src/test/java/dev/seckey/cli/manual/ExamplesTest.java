package dev.seckey.cli.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.BenchFiles;
import dev.seckey.cli.bench.BenchPins;
import dev.seckey.cli.bench.Ran;
import dev.seckey.cli.command.Surfaces;
import dev.seckey.cli.ledger.Benches;
import dev.seckey.cli.ledger.Desk;
import dev.seckey.cli.ledger.Entry;
import dev.seckey.cli.ledger.EventKind;
import dev.seckey.cli.ledger.Ledger;
import dev.seckey.cli.ledger.LedgerAddress;
import dev.seckey.cli.ledger.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a reader copies from the README and from the manual does what it says. */
class ExamplesTest {
    private static final Path README = Path.of("../README.md");

    /** An example may end so on the bench; with every other code it is written wrong, or something is broken. */
    private static final Set<ExitCode> FINE = EnumSet.of(ExitCode.DONE, ExitCode.NO, ExitCode.CANNOT_TELL);

    /** A key of the reader's own may also have no PIN yet, no such credential or nobody who says yes. */
    private static final Set<ExitCode> WRONG = EnumSet.of(ExitCode.USAGE, ExitCode.STORAGE, ExitCode.INTERNAL);

    @TempDir
    Path folder;

    @BeforeEach
    void putFilesOnTheBench() throws IOException {
        BenchFiles.write(folder);
        for (String[] copy : new String[][] {
            {"blob7.jwt", "blob.jwt"}, {"blob7.jwt", "old.jwt"}, {"blob9.jwt", "new.jwt"}, {"list.csv", "offer.csv"}
        }) {
            Files.copy(folder.resolve(copy[0]), folder.resolve(copy[1]));
        }
        Files.writeString(folder.resolve("creation.json"), """
                {"rp": {"id": "idp.example.org", "name": "IdP"}, "challenge": "AAECAwQ",
                 "user": {"id": "AQID", "name": "alice", "displayName": "Alice"},
                 "pubKeyCredParams": [{"type": "public-key", "alg": -7}]}
                """);
        Files.writeString(
                folder.resolve("request.json"), "{\"rpId\": \"idp.example.org\", \"challenge\": \"AAECAwQ\"}");
        fillLedger();
        for (String first : List.of(
                "seckey --virtual credential create --options creation.json --origin https://idp.example.org -o registration.json",
                "seckey --virtual verify --record trail.jsonl",
                "seckey --virtual verify --challenge 4711 --record mine.jsonl",
                "seckey ledger export -o ledger.csv",
                "seckey policy show nhs-cis2 -o ward.toml",
                "seckey handover keygen --out keys")) {
            run(new Example(README, first));
        }
        BenchPins.store(folder.resolve("pins"), folder.resolve("keys/handover-cert.pem"));
    }

    private void fillLedger() {
        LedgerAddress address = LedgerAddress.of(Optional.empty(), Optional.of(folder.resolve("home")), Map.of());
        try (Ledger ledger = address.open(new Desk("WARD7", "amy", "it-7"), Clock.fixed(Bench.NOW, ZoneOffset.UTC))) {
            ledger.append(Entry.of(EventKind.OUTCOME)
                    .about(Benches.key("12345678").withAsset("WARD7-0001"))
                    .ending(Outcome.DONE));
        }
    }

    private static List<Example> all() throws IOException {
        List<Example> all = new ArrayList<>(Example.inMarkdown(README));
        try (Stream<Path> pages = Files.list(Path.of("../man"))) {
            for (Path page : pages.sorted().toList()) {
                all.addAll(Example.inManual(page));
            }
        }
        return all;
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsUnderstood() throws IOException {
        return all().stream()
                .map(example -> dynamicTest(
                        example.toString(),
                        () -> Surfaces.parse(example.arguments().toArray(String[]::new))));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleThatEndsRuns() throws IOException {
        return all().stream()
                .filter(Example::canRun)
                .map(example -> dynamicTest(example.toString(), () -> run(example)));
    }

    private void run(Example example) throws IOException {
        List<String> arguments = new ArrayList<>();
        for (String argument : example.arguments()) {
            boolean isOutput = !arguments.isEmpty()
                    && arguments.get(arguments.size() - 1).matches("-o|--trace|--record|--report|--bundle|--out");
            arguments.add(isOutput ? output(argument) : onTheBench(argument));
        }
        if (arguments.get(arguments.size() - 1).equals("--bundle")) {
            arguments.set(arguments.size() - 1, "--bundle=" + output("diagnosis.zip"));
        }
        Bench bench = new Bench(folder.resolve("home"))
                .typing(example.arguments().contains("handover") ? "a long passphrase" : "123456");
        boolean simulated = example.text().contains("virtual");
        if (!simulated) {
            bench.keys().plug("/dev/hidraw0", "Bench Key", Optional.empty(), "full");
        }
        Ran ran = bench.run(arguments.toArray(String[]::new));
        assertTrue(simulated ? FINE.contains(ran.code()) : !WRONG.contains(ran.code()), () -> arguments + ": " + ran);
    }

    /** Other examples read what this one makes; what wants an empty folder gets one. */
    private String output(String argument) throws IOException {
        Path file = folder.resolve(Path.of(argument).getFileName());
        boolean isTaken = Files.exists(file.resolve("handover-key.pem"));
        return (isTaken ? Files.createTempDirectory(folder, "again") : file).toString();
    }

    /** Files that lie there, and the state of a simulated key. */
    private String onTheBench(String argument) {
        return Files.exists(folder.resolve(argument))
                ? folder.resolve(argument).toString()
                : argument.replaceFirst("@(?=[\\w.]+$)", "@" + folder + "/");
    }

    /** The first thing that a reader sees. */
    @Test
    void theReadmeShowsWhatIsPrinted() throws IOException {
        String readme = Files.readString(README);
        int start = readme.indexOf("$ seckey --virtual verify\n");
        String shown = readme.substring(readme.indexOf('\n', start) + 1, readme.indexOf("```", start));
        Ran ran = new Bench(folder.resolve("home")).run("--virtual", "verify");
        assertEquals(timeless(shown), timeless(ran.out()));
    }

    private static String timeless(String text) {
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z", "TIME");
    }
}
