package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Wherever it is started, the command answers; where its answer cannot arrive, that is no success. */
@EnabledOnOs(OS.LINUX)
class AnyPlaceIT {
    private static final String ANSWER = "SIMULATED ACCEPTABLE: ";
    private static final String LOST = "seckey: the result cannot be written to standard output\nhint: ";

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "PATH",
            Seckey.image().resolve("bin") + ":" + System.getenv("PATH"),
            "JAVA_HOME",
            System.getProperty("java.home"),
            "LC_ALL",
            "C.UTF-8"));

    /** A script for bash, in the test's folder. */
    private Outcome run(String script) {
        return run(List.of("bash", "-c", "cd '" + folder + "'; " + script));
    }

    private Outcome run(List<String> command) {
        try (Running running = Running.start(command, environment)) {
            return running.end();
        }
    }

    /** With a right to mount that ends with it. */
    private Outcome runMounting(String script) {
        boolean root = "root".equals(System.getProperty("user.name"));
        List<String> apart = root ? List.of("unshare", "--mount") : List.of("unshare", "--mount", "--map-root-user");
        return run(Stream.concat(apart.stream(), Stream.of("bash", "-c", "cd '" + folder + "'; set -e; " + script))
                .toList());
    }

    @Test
    void neitherAHomeThatCannotBeWrittenNorAFullTemporaryFolderMatters() {
        String surroundings = """
                mkdir home full
                mount -t tmpfs -o ro none home
                mount -t tmpfs -o size=4k none full
                cat /dev/zero >full/all 2>/dev/null || true
                export HOME=$PWD/home TMPDIR=$PWD/full SECKEY_JAVA_OPTIONS=-Djava.io.tmpdir=$PWD/full
                unset SECKEY_HOME XDG_DATA_HOME
                """;
        Outcome both = runMounting(
                surroundings + "seckey --virtual verify; seckey ledger list --ledger $PWD/no || [ $? = 11 ]");

        both.ended(0).printed(ANSWER).said("seckey: there is no ledger");
    }

    @Test
    void noHomeIsNeededToReadTheMetadata() {
        run("unset HOME SECKEY_HOME XDG_DATA_HOME; seckey metadata status; HOME=/nonexistent seckey --virtual verify")
                .ended(0)
                .saidNothing()
                .printed("kind                     snapshot of facts")
                .printed(ANSWER);
    }

    private static Stream<Path> everyJavaOfThisMachine() throws IOException {
        try (Stream<Path> homes = Files.list(Path.of("/usr/lib/jvm"))) {
            return homes
                    .filter(home -> Files.isExecutable(home.resolve("bin/java")))
                    .filter(home -> !Files.isSymbolicLink(home))
                    .toList()
                    .stream();
        }
    }

    /** The archive of classes is for one of them. */
    @ParameterizedTest
    @MethodSource
    void everyJavaOfThisMachine(Path home) {
        environment.put("JAVA_HOME", home.toString());

        run("seckey --virtual verify").ended(0).saidNothing().printed(ANSWER);
    }

    /** Where the locale knows them and where it does not. */
    @Test
    void theNameOfItsFolderMayHaveAnyLetters() throws IOException {
        Path odd = folder.resolve("Schl\u00fcssel & \u03a9 (100%)'s");
        run(List.of("cp", "-a", Seckey.image().toString(), odd.toString())).ended(0);
        environment.put("ODD", odd + "/bin/seckey");

        run("\"$ODD\" --virtual verify -o \u00e4.txt && cat \u00e4.txt")
                .ended(0)
                .saidNothing()
                .printed(ANSWER);
        run("LC_ALL=C \"$ODD\" --virtual verify").ended(0).saidNothing().printed(ANSWER);
    }

    @Test
    void severalAtOnceWriteWholeLinesIntoOneRecord() throws IOException {
        String one = "seckey --virtual verify --record trail.jsonl >/dev/null";
        run("for i in 1 2 3; do " + one + " & done; wait; seckey verify --replay trail.jsonl --trust-simulated")
                .ended(0)
                .saidNothing()
                .printed("SIMULATED record 3: ACCEPTABLE");
        assertEquals(3, Files.readAllLines(folder.resolve("trail.jsonl")).size());
    }

    @Test
    void aPlainLocaleAStrictMaskAndAClosedInputDoNotMatter() {
        run("umask 077; LC_ALL=C seckey --virtual verify -o verdict.txt <&-; cat verdict.txt; LC_ALL=C stat -c %a verdict.txt")
                .ended(0)
                .saidNothing()
                .printed(ANSWER)
                .printed("\n600\n");
    }

    @Test
    void aFolderThatIsGoneIsNoAnswer() {
        run("mkdir gone; cd gone; rmdir ../gone; seckey --virtual verify")
                .ended(70)
                .printedNothing()
                .said("seckey: the folder in which it is started is gone\nhint: ");
    }

    @Test
    void aDiskThatIsFullIsNoSuccess() {
        run("seckey --virtual verify >/dev/full").ended(11).said(LOST);
        run("seckey --virtual verify --watch --count 99999 >/dev/full")
                .ended(11)
                .said(LOST);
        run("seckey --virtual info --trace /dev/full")
                .ended(11)
                .said("seckey: cannot write the trace /dev/full: the disk is full\n");
        run("seckey --version >/dev/full").ended(11);
    }

    @Test
    void anOutputThatIsClosedIsNoSuccess() {
        run("seckey --virtual verify >&-").ended(11).said(LOST);
    }

    @Test
    void aReaderWhoHasSeenEnoughLeavesWithoutAWord() {
        Outcome list = run("seckey metadata list | head -n 1; echo ${PIPESTATUS[0]}");
        assertTrue(list.saidNothing().out().endsWith("\n0\n"), list::toString);
    }

    @Test
    void whatGoesOnEndsWhenNobodyReadsItAnyMore() {
        run("seckey --virtual verify --watch --count 99999 | head -n 1; echo ${PIPESTATUS[0]}")
                .ended(0)
                .printed("\n130\n");
    }
}
