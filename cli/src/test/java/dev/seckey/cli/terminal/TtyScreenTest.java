package dev.seckey.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where the result goes decides whether it may get lost without a word. */
@DisabledOnOs(OS.WINDOWS)
class TtyScreenTest {
    @TempDir
    private Path folder;

    @Test
    void anotherProgramReadsAPipe() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        assertTrue(TtyScreen.isPipe(pipe));
    }

    @Test
    void neitherAFileNorADeviceNorWhatIsClosedIsOne() throws IOException {
        assertFalse(TtyScreen.isPipe(Files.createFile(folder.resolve("file"))));
        assertFalse(TtyScreen.isPipe(Path.of("/dev/null")));
        assertFalse(TtyScreen.isPipe(folder.resolve("closed")));
    }
}
