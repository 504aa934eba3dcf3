package dev.seckey.cli.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's native library, unpacked once into seckey's own folder. Left alone, the driver would unpack it into the
 * temporary folder for each process, where a killed one leaves it behind and where some systems let no program start.
 */
final class SqliteNative {
    private static final String FOLDER = "org.sqlite.lib.path";

    private SqliteNative() {}

    /** Without success the driver goes its own way. */
    static void unpack(Path home) {
        if (System.getProperty(FOLDER) != null) {
            return;
        }
        String name = LibraryLoaderUtil.getNativeLibName();
        Path folder = home.resolve("native").resolve("sqlite-" + SQLiteJDBCLoader.getVersion());
        Path library = folder.resolve(name);
        try {
            if (!Files.exists(library)) {
                Files.createDirectories(folder);
                unpack(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name, library);
            }
            System.setProperty(FOLDER, folder.toString());
        } catch (IOException e) {
            // a home that cannot be written: the temporary folder must do
        }
    }

    private static void unpack(String resource, Path library) throws IOException {
        Path half =
                Files.createTempFile(library.getParent(), library.getFileName().toString(), ".part");
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("the driver brings nothing for this system");
            }
            try (FileChannel out = FileChannel.open(half, StandardOpenOption.WRITE)) {
                out.write(ByteBuffer.wrap(in.readAllBytes()));
                out.force(true);
            }
            Files.move(half, library, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
