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

    /**
     * Writes a file into this folder and deletes it, so that a disk that is full shows now.
     *
     * @param size in octets
     */
    public static void tryOut(Path folder, int size) throws IOException {
        Path trial = Files.createTempFile(folder, ".trial", ".part");
        try (FileChannel out = FileChannel.open(trial, StandardOpenOption.WRITE)) {
            write(out, new byte[size]);
        } finally {
            Files.deleteIfExists(trial);
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

    /** What an IOException says; its message alone is often only a path. */
    public static String reason(IOException e) {
        return switch (e.getClass().getSimpleName()) {
            case "NoSuchFileException" -> "there is no such file or folder";
            case "AccessDeniedException" -> "the operating system does not allow it";
            case "FileAlreadyExistsException" -> "something of that name is there already";
            default -> isFull(e) ? "the disk is full" : String.valueOf(e.getMessage());
        };
    }

    /** As Linux and macOS, and as Windows say it. */
    private static boolean isFull(IOException e) {
        String message = String.valueOf(e.getMessage());
        return message.contains("No space left on device") || message.contains("not enough space on the disk");
    }
}
