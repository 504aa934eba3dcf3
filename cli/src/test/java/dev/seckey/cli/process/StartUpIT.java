package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Start-up by what it loads and from where, since time on a busy machine says nothing. */
@EnabledOnOs(OS.LINUX)
class StartUpIT {
    private static final String FROM_THE_ARCHIVE = "source: shared objects file";

    @TempDir
    private Path folder;

    /** A line for each class that the command loaded. */
    private List<String> loaded(String... arguments) throws IOException {
        Path log = folder.resolve("classes");
        Running.start(
                        Seckey.command(arguments),
                        Map.of(
                                "JAVA_HOME", System.getProperty("java.home"),
                                "SECKEY_HOME", folder.toString(),
                                "SECKEY_JAVA_OPTIONS", "-Xlog:class+load:file=" + log))
                .end();
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(" source: ")).toList();
        }
    }

    /** What Java makes while it runs, for lambdas and annotations, comes from nowhere. */
    private static void mostComeFromTheArchive(List<String> classes) {
        List<String> others = classes.stream()
                .filter(line -> line.contains("source: file:") || line.contains("source: jrt:"))
                .toList();
        assertTrue(others.size() * 50 < classes.size(), () -> others.size() + " of " + classes.size() + ": " + others);
        assertTrue(classes.stream().anyMatch(line -> line.contains(FROM_THE_ARCHIVE)));
    }

    private static List<String> of(String start, List<String> classes) {
        return classes.stream().filter(line -> line.contains("] " + start)).toList();
    }

    @Test
    void listingKeysLoadsFewClassesAndTheseFromTheArchive() throws IOException {
        List<String> classes = loaded("list");

        mostComeFromTheArchive(classes);
        assertTrue(classes.size() < 1300, "Java alone loads 450: " + classes.size());
        assertEquals(List.of(), of("picocli.CommandLine$Model", classes), "a plain line needs no parser");
        assertEquals(List.of(), of("com.sun.jna.", classes), "neither sysfs nor the service's socket needs a library");
    }

    @Test
    void theParserComesFromTheArchiveToo() throws IOException {
        List<String> classes = loaded("metadata", "check", "c1f9a0bc-1dd2-404a-b27f-8e29047a43fd");

        mostComeFromTheArchive(classes);
        assertTrue(of("picocli.", classes).stream().allMatch(line -> line.contains(FROM_THE_ARCHIVE)));
        assertEquals(List.of(), of("org.bouncycastle.", classes));
    }

    @Test
    void provingAModelTakesItsCryptographyFromTheArchive() throws IOException {
        List<String> classes = loaded("--virtual", "verify");

        mostComeFromTheArchive(classes);
        assertTrue(of("org.bouncycastle.", classes).stream().allMatch(line -> line.contains(FROM_THE_ARCHIVE)));
    }

    @Test
    void theVersionNeedsNoJava() {
        Outcome version = Running.start(Seckey.command("--version"), Map.of("JAVA_HOME", "/nowhere"))
                .end();

        version.ended(0).saidNothing().printed("seckey ");
    }

    @Test
    void anArchiveOfAnotherTimeIsPassedOverWithoutAWord() throws IOException {
        Path stale = folder.resolve("stale");
        try (Stream<Path> files = Files.walk(Seckey.image())) {
            for (Path file : files.toList()) {
                Files.copy(file, stale.resolve(Seckey.image().relativize(file))); // with new times
            }
        }
        Outcome list = Running.start(
                        List.of(stale.resolve("bin/seckey").toString(), "list", "--key", "virtual"),
                        Map.of("JAVA_HOME", System.getProperty("java.home")))
                .end();

        list.ended(0).saidNothing();
        assertEquals(1, list.out().lines().count(), list::toString);
    }
}
