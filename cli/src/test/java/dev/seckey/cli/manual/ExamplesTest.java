package dev.seckey.cli.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.bench.Ran;
import dev.seckey.cli.command.Surfaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a reader copies from the README and from the manual does what it says. */
class ExamplesTest {
    private static final Path README = Path.of("../README.md");

    /** An example may end so on the bench; with every other code it is written wrong, or something is broken. */
    private static final Set<ExitCode> FINE = EnumSet.of(ExitCode.DONE, ExitCode.NO, ExitCode.CANNOT_TELL);

    /** A key of the reader's own may also have no PIN yet, no such credential or nobody who says yes. */
    private static final Set<ExitCode> WRONG = EnumSet.of(ExitCode.USAGE, ExitCode.STORAGE, ExitCode.INTERNAL);

    @TempDir
    Path folder;

    private Workplace workplace;

    @BeforeEach
    void putFilesOnTheBench() throws IOException {
        workplace = new Workplace(folder);
    }

    private static List<Example> all() throws IOException {
        List<Example> all = new ArrayList<>(Example.inMarkdown(README));
        try (Stream<Path> pages = Files.list(Path.of("../man"))) {
            for (Path page : pages.sorted().toList()) {
                all.addAll(Example.inManual(page));
            }
        }
        return all;
    }

    @TestFactory
    Stream<DynamicTest> everyExampleIsUnderstood() throws IOException {
        return all().stream()
                .map(example -> dynamicTest(
                        example.toString(),
                        () -> Surfaces.parse(example.arguments().toArray(String[]::new))));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleThatEndsRuns() throws IOException {
        return all().stream()
                .filter(Example::canRun)
                .map(example -> dynamicTest(example.toString(), () -> run(example)));
    }

    private void run(Example example) {
        Ran ran = workplace.run(example);
        assertTrue(
                example.isSimulated() ? FINE.contains(ran.code()) : !WRONG.contains(ran.code()),
                () -> example + ": " + ran);
    }

    /** The first thing that a reader sees. */
    @Test
    void theReadmeShowsWhatIsPrinted() throws IOException {
        String readme = Files.readString(README);
        int start = readme.indexOf("$ seckey --virtual verify\n");
        String shown = readme.substring(readme.indexOf('\n', start) + 1, readme.indexOf("```", start));
        Ran ran = workplace.bench().run("--virtual", "verify");
        assertEquals(timeless(shown), timeless(ran.out()));
    }

    private static String timeless(String text) {
        return text.replaceAll("\\d{4}-\\d\\d-\\d\\dT[\\d:]+Z", "TIME");
    }
}
