package dev.seckey.cli.generated;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.command.Surfaces;
import dev.seckey.cli.completion.Shell;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CompletionFilesTest {
    static final Path COMPLETIONS = Path.of("../completions");

    @ParameterizedTest
    @EnumSource
    void whatIsCheckedInIsWhatWouldBeMadeNow(Shell shell) throws IOException {
        GeneratedFiles.check(COMPLETIONS.resolve(shell.fileName()), shell.script(Surfaces.program()) + "\n");
    }

    @ParameterizedTest
    @EnumSource
    void noCodePageCanSpoilAScript(Shell shell) {
        assertTrue(shell.script(Surfaces.program()).chars().allMatch(character -> character < 0x7f));
    }
}
