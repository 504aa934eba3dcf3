package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Looks for PINs where none may be: on the screen and in files, as text and in hexadecimal. */
final class PinSearch {
    private PinSearch() {}

    /** @param but files of the folder in which they are meant to be */
    static void requireNone(List<String> pins, Outcome said, Path folder, List<Path> but) throws IOException {
        requireNone(pins, said.out() + said.err(), "what was said");
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !but.contains(file))
                    .toList();
        }
        for (Path file : files) {
            requireNone(pins, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1), file.toString());
        }
    }

    private static void requireNone(List<String> pins, String text, String where) {
        for (String pin : pins) {
            assertFalse(text.contains(pin), () -> "a PIN is in " + where);
            String hex = HexFormat.of().formatHex(pin.getBytes(StandardCharsets.US_ASCII));
            assertFalse(text.contains(hex), () -> "a PIN is in hexadecimal in " + where);
        }
    }
}
