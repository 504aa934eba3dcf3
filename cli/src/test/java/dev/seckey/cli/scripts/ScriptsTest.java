package dev.seckey.cli.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seckey.cli.bench.Ran;
import dev.seckey.cli.schema.JsonDocuments;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs all scripts, a test for each block; and once more with JSON asked for, which ends the same. */
class ScriptsTest {
    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicContainer> scripts() throws IOException, URISyntaxException {
        return all().stream().map(script -> container(script, ScriptsTest::test));
    }

    @TestFactory
    Stream<DynamicNode> scriptsThatAskForJson() throws IOException, URISyntaxException {
        Set<String> exercised = new TreeSet<>();
        Stream<DynamicNode> tests = all().stream()
                .map(script -> container(script, (uri, station, block) -> jsonTest(uri, station, block, exercised)));
        return Stream.concat(
                tests,
                Stream.of(dynamicTest(
                        "every schema was exercised",
                        () -> assertEquals(new TreeSet<>(JsonDocuments.names()), exercised))));
    }

    private static List<Path> all() throws IOException, URISyntaxException {
        Path scripts = Path.of(ScriptsTest.class.getResource("/scripts").toURI());
        try (Stream<Path> files = Files.list(scripts)) {
            return files.sorted().toList();
        }
    }

    /** A test of one block. */
    private interface TestOf {
        DynamicTest make(URI script, Station station, Block block);
    }

    private DynamicContainer container(Path script, TestOf test) {
        try {
            String name = script.getFileName().toString();
            Station station = new Station(Files.createTempDirectory(folder, name));
            return dynamicContainer(
                    name,
                    Block.parse(Files.readAllLines(script)).stream()
                            .map(block -> test.make(script.toUri(), station, block)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static DynamicTest jsonTest(URI script, Station station, Block block, Set<String> exercised) {
        return dynamicTest(block.asJson().title(), URI.create(script + "?line=" + block.line()), () -> {
            if (!block.isSeckey()) {
                return;
            }
            Ran ran = station.run(block.asJson());
            assertEquals(block.code(), ran.code().number(), ran::everything);
            List<String> schemas = ran.schemas();
            assertTrue(
                    ran.out().isEmpty() || !schemas.isEmpty() || block.printsText(),
                    () -> "this is no JSON: " + ran.out());
            exercised.addAll(schemas);
        });
    }

    private static DynamicTest test(URI script, Station station, Block block) {
        return dynamicTest(block.title(), URI.create(script + "?line=" + block.line()), () -> {
            Ran ran = station.run(block);
            assertEquals(transcript(block), transcript(block, ran));
            assertFalse(ran.everything().contains("\tat "), "a stack trace: " + ran.everything());
        });
    }

    private static String transcript(Block block) {
        return transcript(block.out(), block.err(), block.code());
    }

    private static String transcript(Block block, Ran ran) {
        return transcript(
                Expected.fitted(block.out(), ran.out().lines().toList()),
                Expected.fitted(block.err(), ran.err().lines().toList()),
                ran.code().number());
    }

    private static String transcript(List<String> out, List<String> err, int code) {
        StringBuilder text = new StringBuilder();
        out.forEach(line -> text.append(line).append('\n'));
        err.forEach(line -> text.append("! ").append(line).append('\n'));
        return text.append("? ").append(code).append('\n').toString();
    }
}
