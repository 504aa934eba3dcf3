package dev.seckey.ctap2.metadata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Real metadata that may not be part of the project: tests that want it are skipped where it is absent. */
final class SharedData {
    private SharedData() {}

    static byte[] mds(String name) throws IOException {
        return Files.readAllBytes(mdsFolder().resolve(name));
    }

    static Path mdsFolder() {
        Optional<Path> folder = folder().map(shared -> shared.resolve("mds")).filter(Files::isDirectory);
        Assumptions.assumeTrue(folder.isPresent(), "no folder shared/mds here (name it by SECKEY_SHARED)");
        return folder.orElseThrow();
    }

    private static Optional<Path> folder() {
        return Optional.ofNullable(System.getProperty("seckey.shared"))
                .or(() -> Optional.ofNullable(System.getenv("SECKEY_SHARED")))
                .map(Path::of)
                .or(SharedData::besideUs);
    }

    private static Optional<Path> besideUs() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared"))
                .filter(path -> Files.isDirectory(path.resolve("mds")))
                .findFirst();
    }
}
