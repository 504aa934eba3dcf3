package dev.seckey.ctap2.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    private static final byte[] CONTENT = "new".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void aFileTakesThePlaceOfTheOneBeforeAndNothingElseIsLeft() throws IOException {
        Path file = Files.writeString(folder.resolve("result.json"), "a longer content");

        WholeFile.write(file, CONTENT);

        assertEquals("new", Files.readString(file));
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(List.of(file), all.toList());
        }
    }

    @Test
    void aFolderIsNotReplaced() {
        assertThrows(IOException.class, () -> WholeFile.write(folder, CONTENT));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysAndLeadsToTheNewContent() throws IOException {
        Path file = Files.writeString(folder.resolve("result.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);

        WholeFile.write(link, CONTENT);

        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
    }

    /** As root, /dev/null itself would else become a file, and little on the machine would work afterwards. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aPipeStaysOneAndGetsTheContent() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();

        WholeFile.write(pipe, CONTENT);

        assertEquals("new", new String(reader.getInputStream().readAllBytes(), StandardCharsets.US_ASCII));
        assertFalse(Files.isRegularFile(pipe));
    }
}
