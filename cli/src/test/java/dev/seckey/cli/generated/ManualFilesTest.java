package dev.seckey.cli.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.command.Surfaces;
import dev.seckey.cli.manual.ManualPages;
import dev.seckey.transports.real.RealParts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ManualFilesTest {
    private static final Path MAN = Path.of("../man");

    /** The one page that is written by hand as it is. */
    private static final String BY_HAND = "seckey-compatibility.7";

    private static Map<String, String> pages() throws IOException {
        return new ManualPages(Path.of("src/test/resources/manual")).of(Surfaces.program());
    }

    @TestFactory
    Stream<DynamicTest> whatIsCheckedInIsWhatWouldBeMadeNow() throws IOException {
        return pages().entrySet().stream()
                .map(page -> DynamicTest.dynamicTest(
                        page.getKey(), () -> GeneratedFiles.check(MAN.resolve(page.getKey()), page.getValue())));
    }

    private static Set<String> checkedIn() throws IOException {
        try (Stream<Path> files = Files.list(MAN)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void noPageIsOfACommandThatIsGone() throws IOException {
        Set<String> made = new TreeSet<>(pages().keySet());
        made.add(BY_HAND);
        assertEquals(made, checkedIn());
    }

    @Test
    void theTextsOfNoPageLieIdle() throws IOException {
        try (Stream<Path> texts = Files.list(Path.of("src/test/resources/manual"))) {
            Set<String> made = pages().keySet();
            assertEquals(
                    List.of(),
                    texts.map(text -> text.getFileName().toString().replace(".txt", ""))
                            .filter(page -> !made.contains(page))
                            .toList());
        }
    }

    @Test
    void everyExitCodeIsExplained() throws IOException {
        String page = pages().get("seckey-exit-codes.7");
        String readme = Files.readString(Path.of("../README.md"));
        for (ExitCode code : ExitCode.values()) {
            assertTrue(page.contains("\n\\fB" + code.number() + "\\fR\n"), () -> code + " is not in the manual");
            assertTrue(readme.contains("\n| " + code.number() + " |"), () -> code + " is not in the README");
        }
    }

    @Test
    void mandocFindsNothingToComplainAbout() throws IOException, InterruptedException {
        RealParts.require("mandoc");
        for (String page : checkedIn()) {
            assertEquals(
                    "", output("mandoc", "-Tlint", "-Wstyle", MAN.resolve(page).toString()));
        }
    }

    @Test
    void manShowsEachPage() throws IOException, InterruptedException {
        RealParts.require("mandoc");
        for (String page : checkedIn()) {
            String shown = output(
                    "env",
                    "MANWIDTH=80",
                    "MAN_KEEP_FORMATTING=",
                    "LC_ALL=C.UTF-8",
                    "man",
                    "--warnings",
                    "-l",
                    MAN.resolve(page).toString());
            assertTrue(shown.contains("SEE ALSO") || page.equals(BY_HAND), shown);
            assertTrue(shown.contains(page.substring(0, page.indexOf('.'))), shown);
        }
    }

    /** Of both streams. */
    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
