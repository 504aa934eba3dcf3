package dev.seckey.ctap2.metadata;

import dev.seckey.ctap2.model.Aaguid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The list of models known to be Level 2: the AAGUID comes first on each line, "still listed" last. */
final class LevelTwoList {
    private LevelTwoList() {}

    static List<Aaguid> all(Path file) throws IOException {
        return models(Files.readAllLines(file));
    }

    /** Those that a later look at the public list still found. */
    static List<Aaguid> stillListed(Path file) throws IOException {
        return models(Files.readAllLines(file).stream()
                .filter(line -> line.endsWith(",Y"))
                .toList());
    }

    private static List<Aaguid> models(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Aaguid.parse(line.substring(0, line.indexOf(','))).stream())
                .toList();
    }
}
