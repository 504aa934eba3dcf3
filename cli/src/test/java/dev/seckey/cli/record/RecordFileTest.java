package dev.seckey.cli.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.bench.Bench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {
    @TempDir
    Path folder;

    private void verify() {
        new Bench(folder.resolve("home"))
                .run(
                        "--virtual",
                        "verify",
                        "--record",
                        folder.resolve("trail.jsonl").toString());
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("trail.jsonl"));
    }

    @Test
    void whatIsThereStays() throws IOException {
        verify();
        String first = lines().get(0);
        verify();
        assertEquals(2, lines().size());
        assertEquals(first, lines().get(0));
    }

    @Test
    void aLineThatAPowerCutLeftIsNotGluedToTheNext() throws IOException {
        verify();
        Path file = folder.resolve("trail.jsonl");
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() / 2));
        verify();
        assertEquals(2, lines().size());
        assertTrue(whole.startsWith(lines().get(0)));
        assertTrue(lines().get(1).endsWith("\"}"));
    }
}
