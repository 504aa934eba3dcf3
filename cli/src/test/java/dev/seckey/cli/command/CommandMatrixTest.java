package dev.seckey.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.BenchFiles;
import dev.seckey.cli.bench.Ran;
import dev.seckey.cli.command.MatrixRow.Cell;
import dev.seckey.ctap2.bytes.Bytes;
import dev.seckey.ctap2.transport.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each command through both framings, and every way in which it can end. */
class CommandMatrixTest {
    /** CTAPHID_CANCEL with no data, and NFCCTAP_GETRESPONSE with P1 11 (CTAP 2.3 §11.2.9.1.5, §11.3.7.2). */
    private static final String USB_CANCEL = "> 00000001910000";

    private static final String NFC_CANCEL = "> 8011110000";

    /** What they found out, or the key's last word, is shown whatever the end. */
    private static final Set<String> TELLING = Set.of("verify", "raw");

    private static final Pattern CREDENTIAL = Pattern.compile("\"credentialId\": \"(.*?)\"");

    @TempDir
    Path folder;

    private int cells;
    private String credential = "";

    @BeforeEach
    void files() throws IOException {
        BenchFiles.write(folder);
    }

    @Test
    void everyCommandHasItsRow() {
        Set<String> leaves = CommandTree.names().stream()
                .filter(name -> CommandTree.names().stream().noneMatch(other -> other.startsWith(name + " ")))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> rows =
                CommandMatrix.ROWS.stream().map(MatrixRow::name).collect(Collectors.toCollection(TreeSet::new));
        rows.addAll(CommandMatrix.KEYLESS.keySet());
        assertEquals(leaves, rows);
    }

    @TestFactory
    Stream<DynamicContainer> commands() {
        return CommandMatrix.ROWS.stream()
                .map(row -> dynamicContainer(
                        row.name(),
                        Stream.of(Transport.USB, Transport.NFC)
                                .map(transport -> dynamicContainer(transport.id(), columns(row, transport)))));
    }

    private Stream<DynamicTest> columns(MatrixRow row, Transport transport) {
        if (row.name().equals("wink") && transport == Transport.NFC) {
            return Stream.of(test("unsupported", row, transport, Cell.of(7, "only over USB"), ""));
        }
        return Stream.of(
                test("success", row, transport, row.done(), ""),
                json(row, transport),
                test("unsupported by the key", row, transport, row.unsupported(), ""),
                test("wrong PIN", row, transport, row.wrongPin(), ""),
                test("blocked PIN", row, transport, row.blocked(), ", PIN blocked"),
                test("no touch", row, transport, row.untouched(), ", never touched"),
                cancelled(row, transport),
                test("unplugged", row, transport, gone(transport), ", pulled out at " + row.during()));
    }

    private static Cell gone(Transport transport) {
        return Cell.of(6, transport == Transport.USB ? "the key was pulled out" : "the card was taken away");
    }

    private DynamicTest test(String column, MatrixRow row, Transport transport, Cell cell, String trouble) {
        String title = column + ": " + cell.code().map(code -> code + ", ").orElse("none, ") + cell.words();
        return dynamicTest(title, () -> {
            if (cell.code().isPresent()) {
                Ran ran = run(column, row, transport, cell.key(), trouble);
                requireEnding(row, ran, cell);
            }
        });
    }

    private static void requireEnding(MatrixRow row, Ran ran, Cell cell) {
        boolean tells = TELLING.contains(row.name());
        assertEquals(cell.code().orElseThrow(), ran.code().number(), ran::everything);
        boolean answered = ran.code().number() <= 1;
        String where = answered ? ran.out() : ran.everything();
        assertTrue(where.contains(cell.words()), () -> "\"" + cell.words() + "\" is not in " + ran);
        assertTrue(answered || tells || ran.out().isEmpty(), () -> "a result and a failure: " + ran);
        assertFalse(ran.everything().contains("\tat "), "a stack trace: " + ran.everything());
    }

    private DynamicTest json(MatrixRow row, Transport transport) {
        return dynamicTest("success as JSON", () -> {
            if (row.arguments().contains("--raw")) {
                return; // what is printed is what the key holds, and nothing else
            }
            Ran ran = run("json", row, transport, Optional.empty(), "", "--json");
            assertEquals(0, ran.code().number(), ran::everything);
            assertTrue(
                    ran.out().startsWith("{\n  \"schemaVersion\": 1,\n  \"command\": \"" + row.name() + "\""),
                    ran::out);
        });
    }

    private DynamicTest cancelled(MatrixRow row, Transport transport) {
        return dynamicTest("Ctrl-C: 130, and the key is told", () -> {
            Path trace = folder.resolve("trace" + cells);
            Ran ran = run(
                    "cancel",
                    row,
                    transport,
                    Optional.empty(),
                    ", Ctrl-C at " + row.during(),
                    "--trace",
                    trace.toString());
            assertEquals(130, ran.code().number(), ran::everything);
            if (!row.during().equals("maker's")) { // which knows no cancel
                requireEnding(row, ran, Cell.of(130, "cancelled"));
                String sent = Files.readString(trace);
                assertTrue(sent.contains(transport == Transport.USB ? USB_CANCEL : NFC_CANCEL), sent);
            }
        });
    }

    private Ran run(
            String column, MatrixRow row, Transport transport, Optional<String> other, String trouble, String... more) {
        String kept = other.isEmpty() && !row.before().isEmpty() && !trouble.equals(", PIN blocked")
                ? "@" + folder.resolve("key" + cells++)
                : "";
        String key = other.orElse(row.key() + kept);
        if (!kept.isEmpty()) {
            row.before().forEach(line -> prepare(key, line));
        }
        Bench bench = new Bench(folder.resolve("home"));
        boolean again = row.name().equals("reset") && other.isEmpty();
        plug(bench, transport, again ? key : key + trouble);
        if (again) {
            bench.keys().replug(path(transport), key + trouble);
        }
        String pin = column.equals("wrong PIN") ? "pin-wrong.txt" : "pin.txt";
        String[] line = words(row.name() + " " + row.arguments(), pin);
        return bench.run(Stream.concat(Arrays.stream(line), Arrays.stream(more)).toArray(String[]::new));
    }

    private void prepare(String key, String line) {
        Bench bench = new Bench(folder.resolve("home"));
        plug(bench, Transport.USB, key);
        Ran ran = bench.run(words(line + " --json", "pin.txt"));
        assertEquals(0, ran.code().number(), () -> line + ": " + ran.everything());
        CREDENTIAL
                .matcher(ran.out())
                .results()
                .forEach(found -> credential = Bytes.fromBase64(found.group(1)).hex());
    }

    private String[] words(String line, String pin) {
        return List.of(line.strip().split(" ")).stream()
                .map(word -> word.replace("{credential}", credential)
                        .replace("{pin}", folder.resolve(pin).toString())
                        .replace("{note}", folder.resolve("note.txt").toString()))
                .toArray(String[]::new);
    }

    private static String path(Transport transport) {
        return transport == Transport.USB ? "/dev/hidraw0" : "A Reader";
    }

    private static void plug(Bench bench, Transport transport, String behaviour) {
        if (transport == Transport.USB) {
            bench.keys().plug(path(transport), "Bench Key", Optional.empty(), behaviour);
        } else {
            bench.keys().lay(path(transport), behaviour);
        }
    }
}
