package dev.seckey.cli.metadata;

import dev.seckey.ctap2.fault.FileFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A saved BLOB. */
public final class MetadataFile {
    /** Bytes; the BLOB has 10 MB in 2026 and grows by two thirds a year. */
    static final int MOST = 64 << 20;

    private MetadataFile() {}

    /** @throws FileFault if it cannot be read, or is larger than any BLOB */
    public static byte[] read(Path file) {
        try {
            long size = Files.size(file);
            byte[] content = size > 0 && size <= MOST ? Files.readAllBytes(file) : readStream(file);
            if (content.length > MOST) {
                throw new IOException("it is larger than 64 MB");
            }
            return content;
        } catch (IOException e) {
            throw new FileFault("cannot read " + file, e);
        }
    }

    /** A pipe does not tell its size. */
    private static byte[] readStream(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MOST + 1);
        }
    }
}
