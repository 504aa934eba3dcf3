package dev.seckey.cli.diagnose;

import dev.seckey.transports.Os;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The computer, as far as probes look at it.
 *
 * @param root what stands for "/"
 * @param openable whether this user may read and write a device file
 * @param programs runs other programs
 * @param resolver the name service
 */
public record Machine(Os os, Path root, Predicate<Path> openable, Programs programs, Resolver resolver) {
    private static final int LONGEST_TEXT = 1 << 20;

    /** The one we run on. */
    public static Machine system() {
        return new Machine(
                Os.current(),
                Path.of("/"),
                node -> Files.isReadable(node) && Files.isWritable(node),
                Programs.SYSTEM,
                Resolver.SYSTEM);
    }

    /** @param path as it is on the machine, from "/" */
    public Path at(String path) {
        return root.resolve(path.substring(1));
    }

    public boolean exists(String path) {
        return Files.exists(at(path));
    }

    /** A file's text without white space around it; empty if it is not there or may not be read. */
    public Optional<String> text(String path) {
        return text(at(path));
    }

    public static Optional<String> text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What is in a folder, sorted; nothing if it is not there or may not be read. */
    public static List<Path> entries(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(found::add);
        } catch (IOException | DirectoryIteratorException e) {
            return List.of();
        }
        found.sort(null);
        return found;
    }
}
