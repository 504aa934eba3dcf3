package dev.seckey.ctap2.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** Files that only their owner can read and that are there whole, and still there after a power cut, or not at all. */
public final class DurableFile {
    private static final String HALF = ".part";

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
        Path half = scratch(target);
        try {
            try (FileChannel out = FileChannel.open(half, StandardOpenOption.WRITE)) {
                write(out, content);
            }
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            syncFolder(half.getParent());
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
        Path trial = Files.createTempFile(folder, ".trial", HALF);
        try (FileChannel out = FileChannel.open(trial, StandardOpenOption.WRITE)) {
            write(out, new byte[size]);
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    /** An empty file beside the target, for what is on its way: only its owner can read it, and the caller deletes it. */
    public static Path scratch(Path target) throws IOException {
        return Files.createTempFile(target.toAbsolutePath().getParent(), prefix(target), HALF);
    }

    /**
     * Deletes what processes that were killed left beside the target.
     *
     * @param spared younger ones are left: a process that lives may be at them
     */
    public static void sweep(Path target, Duration spared) throws IOException {
        Path probe = scratch(target); // the clock of the file system, which may be another machine's
        Pattern name = Pattern.compile(Pattern.quote(prefix(target)) + "[0-9]+" + Pattern.quote(HALF));
        try (DirectoryStream<Path> all = Files.newDirectoryStream(
                probe.getParent(),
                file -> name.matcher(file.getFileName().toString()).matches())) {
            Instant now = Files.getLastModifiedTime(probe).toInstant();
            for (Path half : all) {
                if (age(half, now).compareTo(spared) >= 0) {
                    Files.deleteIfExists(half);
                }
            }
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static Duration age(Path file, Instant now) throws IOException {
        try {
            return Duration.between(Files.getLastModifiedTime(file).toInstant(), now);
        } catch (NoSuchFileException e) {
            return Duration.ZERO; // another process has just finished with it
        }
    }

    private static String prefix(Path target) {
        return "." + target.getFileName() + "~";
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
