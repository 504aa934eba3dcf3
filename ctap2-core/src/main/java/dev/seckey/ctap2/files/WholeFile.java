package dev.seckey.ctap2.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where results go: into a file that is there whole or not at all, or into what is no file. */
public final class WholeFile {
    private WholeFile() {}

    /**
     * A file takes the place of the one that was there, also where a symbolic link leads to it. Devices and pipes, such as
     * {@code /dev/null}, are written into and stay.
     */
    public static void write(Path target, byte[] content) throws IOException {
        if (Files.isDirectory(target)) {
            throw new IOException("it is a folder");
        }
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            Files.write(target, content, StandardOpenOption.WRITE);
        } else {
            DurableFile.replace(Files.exists(target) ? target.toRealPath() : target, content);
        }
    }
}
