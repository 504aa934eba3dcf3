package dev.seckey.ctap2.published;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Test data that is not part of the project: vectors too large, or not ours to publish. */
public final class SharedData {
    private SharedData() {}

    /** A file by its path in the folder of shared data; the test is skipped where it is absent. */
    public static Path file(String path) {
        Path file = folder().map(folder -> folder.resolve(path)).orElse(Path.of(path));
        if (!Files.exists(file)) {
            abort("skipped: no " + path + " (set -Dseckey.shared or SECKEY_SHARED to the folder of shared test data)");
        }
        return file;
    }

    private static Optional<Path> folder() {
        Optional<String> named =
                Optional.ofNullable(System.getProperty("seckey.shared", System.getenv("SECKEY_SHARED")));
        return named.map(Path::of).or(SharedData::above);
    }

    private static Optional<Path> above() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared"))
                .filter(path -> Files.isDirectory(path.resolve("mds")) || Files.isDirectory(path.resolve("vectors")))
                .findFirst();
    }
}
