package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.seckey.transports.real.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real shells complete command lines of seckey by the scripts that are checked in. */
class CompletionIT {
    private static final Path COMPLETIONS =
            Path.of("../completions").toAbsolutePath().normalize();
    private static final Path RIGS = Path.of("src/test/resources/rigs").toAbsolutePath();

    /** A line up to the cursor, and what may stand there; "_" is a space at the end. */
    private static final String LINES = """
            seckey ver,                             verify
            seckey pin _,                           status set change verify
            seckey pin set --new,                   --new-pin-env --new-pin-file
            seckey config always-uv _,              on off
            seckey --key virtual verify --policy _, nhs-cis2 fido-level-1 any-fido2
            seckey --key virtual:lev,               virtual:level1 virtual:level2
            seckey --virtual --json metadata check c1f9a0bc, c1f9a0bc-1dd2-404a-b27f-8e29047a43fd
            seckey virtual start --profile pin,     pin-set pin-set-no-u2f
            seckey schema wi,                       wink
            """;

    @TempDir
    private Path folder;

    private static Running start(List<String> command) {
        return start(command, Seckey.image().resolve("bin"));
    }

    private static Running start(List<String> command, Path seckey) {
        return Running.start(
                command,
                Map.of(
                        "PATH",
                        seckey + ":" + System.getenv("PATH"),
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "SECKEY_HOME",
                        "/nowhere",
                        "LC_ALL",
                        "C.UTF-8",
                        "TERM",
                        "xterm"));
    }

    private static Outcome run(List<String> command) {
        try (Running running = start(command)) {
            return running.end().ended(0).saidNothing();
        }
    }

    private static String line(String shown) {
        return shown.replace(" _", " ");
    }

    /** The same whatever the order, and whatever stands behind a tabulator. */
    private static void assertOffered(String expected, Outcome outcome) {
        TreeSet<String> offered = new TreeSet<>();
        outcome.out().lines().forEach(candidate -> offered.add(candidate.split("\t")[0]));
        assertEquals(new TreeSet<>(List.of(expected.split(" "))), offered);
    }

    @ParameterizedTest
    @CsvSource(textBlock = LINES)
    void bash(String shown, String expected) {
        List<String> command =
                new ArrayList<>(List.of("bash", RIGS.resolve("complete.bash").toString()));
        command.add(COMPLETIONS.resolve("seckey.bash").toString());
        // readline hands colons over as words
        Stream.of(line(shown).split("((?<=:)|(?=:)| )", -1)).forEach(command::add);
        String behindColon = expected.replace("virtual:level", "level");
        assertOffered(behindColon, run(command));
    }

    @Test
    void bashCompletesFilesWhereOneIsWanted() throws IOException {
        Files.createFile(folder.resolve("pin of the key.txt"));
        try (Running shell = start(List.of("script", "-qec", "bash --norc --noprofile -i", "/dev/null"))) {
            shell.type("source " + COMPLETIONS.resolve("seckey.bash") + "; PS1='rea''dy> '\n");
            shell.awaitOut("ready> ");
            shell.type("seckey pin verify --pin-file " + folder + "/pi\t");
            shell.awaitOut("pin\\ of\\ the\\ key.txt");
        }
    }

    /** A reader that nobody has to plug in, behind a seckey that knows nothing else. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            bash --norc --noprofile -i, source $0/seckey.bash
            zsh -f -i,                  fpath=($0 $fpath); autoload -Uz compinit; compinit -u -D
            fish --no-config -i,        source $0/seckey.fish
            """)
    void aReaderOfManyWordsIsTypedAsOne(String shell, String load) throws IOException {
        if (!shell.startsWith("bash")) {
            RealParts.require(shell.split(" ")[0]);
        }
        Path seckey = Files.writeString(folder.resolve("seckey"), "#!/bin/sh\nprintf 'nfc:ACR1252 Dual 00\\tkey\\n'\n");
        Files.setPosixFilePermissions(seckey, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (Running running = start(List.of("script", "-qec", shell, "/dev/null"), folder)) {
            running.type(load.replace("$0", COMPLETIONS.toString()) + "; echo rea''dy\n");
            running.awaitOut("ready");
            running.type("seckey info --key nfc:\t");
            running.awaitOut("nfc:ACR1252\\ Dual\\ 00");
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = LINES)
    void fish(String shown, String expected) {
        RealParts.require("fish");
        assertOffered(
                expected,
                run(List.of(
                        "fish",
                        "--no-config",
                        "-c",
                        "source " + COMPLETIONS.resolve("seckey.fish") + "; complete -C '" + line(shown) + "'")));
    }

    @Test
    void fishCompletesFilesWhereOneIsWanted() throws IOException {
        RealParts.require("fish");
        Path file = Files.createFile(folder.resolve("pin.txt"));
        assertOffered(
                file.toString(),
                run(List.of(
                        "fish",
                        "--no-config",
                        "-c",
                        "source " + COMPLETIONS.resolve("seckey.fish") + "; complete -C 'seckey pin verify --pin-file "
                                + folder + "/p'")));
    }

    /** Only the last of what is offered is waited for: it stands at the end of the list. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            seckey ver,                             verify
            seckey pin _,                           verify  -- Is this the key's PIN?
            seckey pin set --new,                   --new-pin-file
            seckey config always-uv _,              on
            seckey --key virtual verify --policy _, nhs-cis2      -- NHS CIS2
            seckey --key virtual:lev,               virtual:level2
            seckey metadata check c1f9,             c1f9a0bc-1dd2-404a-b27f-8e29047a43fd
            seckey virtual start --profile pin,     pin-set-no-u2f
            """)
    void zsh(String shown, String expected) {
        RealParts.require("zsh");
        run(List.of(
                        "zsh",
                        "-f",
                        RIGS.resolve("complete.zsh").toString(),
                        COMPLETIONS.toString(),
                        line(shown),
                        expected))
                .printed(expected);
    }
}
