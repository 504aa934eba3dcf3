package dev.seckey.cli.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.bench.Bench;
import dev.seckey.ctap2.metadata.MetadataIndex;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.ctap2.verdict.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest {
    private static final String TAKEN =
            "warning: the line before it is not the one that it was written after: records were"
                    + " taken out, changed or put in";
    private static final String EARLIER =
            "warning: it is not the first record of its trail: earlier ones are not in this file";

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

    @Test
    void aLineThatIsTakenOutOfTheMiddleIsMissed() throws IOException {
        verify();
        verify();
        verify();
        List<String> all = lines();
        assertEquals(List.of(List.of(), List.of(), List.of()), warnings(all));
        assertEquals(List.of(List.of(), List.of(TAKEN)), warnings(List.of(all.get(0), all.get(2))));
        assertEquals(List.of(List.of(EARLIER), List.of()), warnings(all.subList(1, 3)));
        assertEquals(List.of(List.of(EARLIER), List.of(TAKEN)), warnings(List.of(all.get(2), all.get(0))));
    }

    @Test
    void aLineThatAPowerCutLeftIsNoGap() throws IOException {
        verify();
        Path file = folder.resolve("trail.jsonl");
        Files.writeString(file, Files.readString(file).substring(0, 2000));
        verify();
        assertEquals(List.of(), warnings(lines()).get(1));
    }

    private static List<List<String>> warnings(List<String> lines) {
        Trail trail = new Trail(new Replay(
                Optional.empty(),
                Optional.empty(),
                new Models(MetadataIndex.embedded(), Optional.of(SimulatedProfiles.metadata())),
                Instant.parse("2026-11-25T00:00:00Z")));
        return lines.stream().map(line -> trail.next(line).why()).toList();
    }
}
