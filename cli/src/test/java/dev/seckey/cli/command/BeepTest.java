package dev.seckey.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.cli.bench.Bench;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who works through a box of keys hears the verdicts. */
class BeepTest {
    private static final char BELL = '\u0007';

    @TempDir
    Path home;

    private long beeps(String key, String... more) {
        String[] args = Stream.concat(Stream.of("--key", key, "verify", "--watch", "--count", "2"), Stream.of(more))
                .toArray(String[]::new);
        return new Bench(home).run(args).err().chars().filter(c -> c == BELL).count();
    }

    @ParameterizedTest
    @CsvSource({"virtual:level2, 2", "virtual:level1, 4", "virtual:always-uv, 4"})
    void aKeyThatIsAcceptableBeepsOnceAndAnyOtherTwice(String key, long ofTwoKeys) {
        assertEquals(ofTwoKeys, beeps(key, "--beep"));
    }

    @Test
    void nothingBeepsUnasked() {
        assertEquals(0, beeps("virtual:level2"));
    }
}
