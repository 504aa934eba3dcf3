package dev.seckey.ctap2.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DurableFileTest {
    private static final byte[] CONTENT = "new".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("key");
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerMayReadTheFileThatTakesAnothersPlace() throws IOException {
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        DurableFile.replace(file, CONTENT);
        assertEquals("new", Files.readString(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(List.of(file), all());
    }

    @Test
    void whatIsThereIsNotCreated() throws IOException {
        DurableFile.create(file, CONTENT);
        assertThrows(FileAlreadyExistsException.class, () -> DurableFile.create(file, new byte[1]));
        assertEquals("new", Files.readString(file));
    }

    @Test
    void anEmptyFolderIsNotReplaced() throws IOException {
        Files.createDirectory(file);
        assertEquals(
                "it is no file",
                assertThrows(IOException.class, () -> DurableFile.replace(file, CONTENT))
                        .getMessage());
        assertEquals(List.of(file), all());
    }

    /** {@code .key~1.part} is of "key"; {@code .key~1~2.part} is of "key~1". */
    @Test
    void whatWasLeftIsSweptAwayWhenItIsOldAndTheFilesOwn() throws IOException {
        Path recent = DurableFile.scratch(file);
        Path old = DurableFile.scratch(file);
        Path ofAnother = DurableFile.scratch(folder.resolve("key~1"));
        for (Path each : List.of(old, ofAnother)) {
            Files.setLastModifiedTime(each, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        }
        DurableFile.sweep(file, Duration.ofHours(1));
        assertEquals(Stream.of(recent, ofAnother).sorted().toList(), all());
        DurableFile.sweep(file, Duration.ZERO);
        assertEquals(List.of(ofAnother), all());
    }
}
