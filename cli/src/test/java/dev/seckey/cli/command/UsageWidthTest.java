package dev.seckey.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.Ran;
import dev.seckey.cli.terminal.TestScreen;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UsageWidthTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"55, 55", "70, 70", "80, 80", "250, 100"})
    void helpIsAsWideAsTheTerminalWithinReason(int columns, int widest) {
        Ran ran = new Bench(home).on(new TestScreen(columns)).run("reset", "--help");

        assertEquals(0, ran.code().number());
        int found = ran.out().lines().mapToInt(String::length).max().orElse(0);
        assertTrue(found <= widest && found > widest - 15, () -> found + " columns:\n" + ran.out());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void onANarrowTerminalNothingButALongWordIsWiderThanIt(String command) {
        Ran ran = new Bench(home)
                .on(new TestScreen(20))
                .run((command + " --help").strip().split(" "));

        assertEquals(0, ran.code().number());
        List<String> tooWide = ran.out()
                .lines()
                .filter(line -> line.length() > 20 && line.strip().contains(" "))
                .toList();
        assertEquals(List.of(), tooWide);
        assertTrue(ran.out().contains("\n--timeout=SECONDS\n    How long the key\n    may take for one\n"), ran::out);
    }

    static Stream<String> commands() {
        return Stream.concat(Stream.of(""), CommandTree.names().stream());
    }
}
