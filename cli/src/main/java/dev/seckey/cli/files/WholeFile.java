package dev.seckey.cli.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that are there whole or not at all. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * A file takes the place of the one that was there, also where a symbolic link leads to it. Devices and pipes, such as
     * {@code /dev/null}, are written into and stay.
     */
    public static void write(Path target, byte[] content) throws IOException {
        if (Files.isDirectory(target)) {
            throw new IOException("it is a folder"); // an empty one would give way to the file
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            Files.write(target, content, StandardOpenOption.WRITE);
            return;
        }
        Path place = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
        Path half = Files.createTempFile(place.getParent(), place.getFileName() + ".", ".part");
        try {
            Files.write(half, content);
            Files.move(half, place, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
