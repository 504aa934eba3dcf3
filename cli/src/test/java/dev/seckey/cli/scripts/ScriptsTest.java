package dev.seckey.cli.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seckey.cli.bench.Ran;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs all scripts, a test for each block. */
class ScriptsTest {
    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicContainer> scripts() throws IOException, URISyntaxException {
        Path scripts = Path.of(ScriptsTest.class.getResource("/scripts").toURI());
        List<Path> all;
        try (Stream<Path> files = Files.list(scripts)) {
            all = files.sorted().toList();
        }
        return all.stream().map(this::container);
    }

    private DynamicContainer container(Path script) {
        try {
            String name = script.getFileName().toString();
            Station station = new Station(Files.createDirectory(folder.resolve(name)));
            return dynamicContainer(
                    name,
                    Block.parse(Files.readAllLines(script)).stream()
                            .map(block -> test(script.toUri(), station, block)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
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
