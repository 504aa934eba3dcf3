package dev.seckey.cli.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is checked in is what would be made now; with {@code -Dseckey.regenerate=true} it is made. */
final class GeneratedFiles {
    private GeneratedFiles() {}

    static void check(Path file, String made) throws IOException {
        if (Boolean.getBoolean("seckey.regenerate")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, made);
        }
        assertEquals(
                made,
                Files.exists(file) ? Files.readString(file) : "no such file",
                () -> file + " is out of date: see \"Generated files\" in CONTRIBUTING.md");
    }
}
