package dev.seckey.cli.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that only their owner can read and that are there whole, and still there after a power cut, or not at all. */
public final class DurableFile {
    private DurableFile() {}

    /** @throws FileAlreadyExistsException if something of that name is there */
    public static void create(Path target, byte[] content) throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        replace(target, content);
    }

    public static void replace(Path target, byte[] content) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            throw new IOException("it is no file"); // an empty folder, or as root a device, would give way
        }
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        Path half = Files.createTempFile(folder, "." + absolute.getFileName(), ".part"); // the owner's alone
        try {
            try (FileChannel out = FileChannel.open(half, StandardOpenOption.WRITE)) {
                write(out, content);
            }
            Files.move(half, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(folder);
        } finally {
            Files.deleteIfExists(half);
        }
    }

    /** Returns when it is on the disk. */
    public static void write(FileChannel out, byte[] content) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(content);
        while (left.hasRemaining()) {
            out.write(left);
        }
        out.force(true);
    }

    /** The name too must be on the disk; Windows has no such thing for folders and needs none. */
    public static void syncFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
