package dev.seckey.ctap2.soft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.ctap2.fault.FileFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The file of a key, and another process that has it. */
@Timeout(120)
class StateFileProcessTest {
    private static final int KILLS = 10;
    private static final int SIGNATURES = 5;

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("key.state");
    }

    /** The counts that the other process told, a line each. */
    private Path told() {
        return folder.resolve("told");
    }

    private Process holder() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StateFileHolder.class.getName(),
                        file().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(told().toFile())
                .start();
    }

    private List<Long> counts() throws IOException {
        String whole = Files.readString(told());
        return whole.substring(0, whole.lastIndexOf('\n') + 1)
                .lines()
                .map(Long::valueOf)
                .toList();
    }

    private void awaitCounts(int many) throws IOException, InterruptedException {
        while (counts().size() < many) {
            Thread.sleep(10);
        }
    }

    /** As SIGKILL does: nothing more runs there. */
    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    }

    @Test
    void twoProcessesNeverHaveTheSameKey() throws Exception {
        Process holder = holder();
        try {
            awaitCounts(1);
            FileFault fault = assertThrows(FileFault.class, () -> StateFile.open(file(), KeyInHand.profile()));
            assertEquals(
                    "the simulated key in " + file().toAbsolutePath() + " is in use by another process",
                    fault.getMessage());
        } finally {
            kill(holder);
        }
        StateFile.open(file(), KeyInHand.profile()).close();
    }

    @Test
    void noCountGoesBackHoweverOftenItsProcessIsKilled() throws Exception {
        long last = 0;
        for (int round = 0; round < KILLS; round++) {
            Process holder = holder();
            awaitCounts(SIGNATURES + round);
            kill(holder);
            for (long next : counts()) {
                assertTrue(next > last, next + " after " + last);
                last = next;
            }
        }
    }
}
