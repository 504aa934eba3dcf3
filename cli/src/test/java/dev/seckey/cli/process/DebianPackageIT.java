package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.transports.real.RealParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The Debian package, made of the image, in a small system without Java: installed, run, moved, removed. */
@EnabledOnOs(OS.LINUX)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DebianPackageIT {
    private static final Path DIST = Path.of("src/main/dist").toAbsolutePath();
    private static final String SYSTEM_OF_PACKAGES = "var/lib/dpkg/";

    @TempDir
    private static Path folder;

    private static Path tree;
    private static TreeSet<String> before;

    private static Outcome run(List<String> command) {
        try (Running running = Running.start(command, Map.of("LC_ALL", "C.UTF-8", "JAVA_HOME", ""))) {
            return running.end();
        }
    }

    /** What is mounted is gone with the command. */
    private static Outcome inTheTree(String command) {
        String mount = "mount --bind /proc $0/proc; mount --rbind /dev $0/dev; ";
        return run(List.of("unshare", "--mount", "sh", "-c", "set -e; " + mount + command, tree.toString()));
    }

    private static Outcome there(String script) {
        return inTheTree("exec chroot $0 sh -c '" + script + "'");
    }

    private static Outcome dpkg(String words) {
        return inTheTree("exec dpkg --root=$0 --force-depends --force-unsafe-io " + words);
    }

    private static TreeSet<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            return files.map(file -> tree.relativize(file).toString())
                    .filter(file -> !file.startsWith(SYSTEM_OF_PACKAGES))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @BeforeAll
    static void install() throws IOException {
        RealParts.require("dpkg");
        tree = folder.resolve("tree");
        run(List.of("sh", "src/test/resources/rigs/small-system.sh", tree.toString()))
                .ended(0);
        before = files();
        there("command -v java").ended(127);
        Path papers = Files.createDirectory(folder.resolve("papers"));
        Files.writeString(papers.resolve("sbom.json"), "{\n  \"components\" : [\n    { }\n  ]\n}\n");
        run(List.of(
                        DIST.resolve("linux").toString(),
                        Seckey.image().toString(),
                        Path.of("..").toAbsolutePath().normalize().toString(),
                        folder.resolve("work").toString(),
                        papers.toString(),
                        folder.toString(),
                        "1.2.3",
                        "2026-11-24T00:00:00Z",
                        "quick"))
                .ended(0);
        try (Stream<Path> files = Files.list(folder)) {
            Path made = files.filter(file -> file.toString().endsWith(".deb"))
                    .findFirst()
                    .orElseThrow();
            dpkg("--install " + made).ended(0);
        }
    }

    @Test
    void itRunsWithTheJavaThatItBrings() {
        there("seckey --version").ended(0).saidNothing().printed("seckey ");
        there("seckey --virtual verify").ended(0).saidNothing().printed("SIMULATED ACCEPTABLE: ");
    }

    @Test
    void whatItInstallsIsInItsPlace() throws IOException {
        for (String file : List.of(
                "share/man/man1/seckey-verify.1.gz",
                "share/man/man5/seckey-policy.5.gz",
                "share/man/man7/seckey-json.7.gz",
                "share/bash-completion/completions/seckey",
                "share/zsh/vendor-completions/_seckey",
                "share/fish/vendor_completions.d/seckey.fish",
                "lib/udev/rules.d/70-seckey.rules",
                "share/doc/seckey/copyright")) {
            assertTrue(Files.size(tree.resolve("usr").resolve(file)) > 0, file);
        }
        Path parts = tree.resolve("usr/share/doc/seckey/third-party/sbom.json");
        assertTrue(Files.readString(parts).contains("\"name\" : \"OpenJDK\""));
        Path page = tree.resolve("usr/share/man/man1/seckey.1.gz");
        run(List.of("man", "--warnings", "-l", page.toString()))
                .ended(0)
                .saidNothing()
                .printed("SECKEY(1)");
        dpkg("--verify seckey").ended(0).saidNothing().printedNothing();
    }

    /** Made when it was installed. */
    @Test
    @Order(1)
    void itsClassesComeFromTheArchive() {
        assertFromTheArchive("/usr/bin/seckey");
    }

    @Test
    @Order(2)
    void anArchiveMovesWithItsFolder() {
        inTheTree("mv $0/usr/lib/seckey \"$0/a place\"").ended(0);
        try {
            assertFromTheArchive("\"/a place/bin/seckey\"");
        } finally {
            inTheTree("mv \"$0/a place\" $0/usr/lib/seckey").ended(0);
        }
    }

    private static void assertFromTheArchive(String program) {
        String classes = "-Xlog:class+load:file=/tmp/classes";
        Outcome loaded = there("SECKEY_JAVA_OPTIONS=" + classes + " " + program
                + " list >/dev/null || echo code $?; grep source: /tmp/classes; rm /tmp/classes*");
        long all = loaded.ended(0).printed("code 3\n").out().lines().count();
        List<String> others = loaded.out()
                .lines()
                .filter(line -> line.contains("source: jrt:") || line.contains("source: file:"))
                .toList();
        assertTrue(others.size() * 50 < all, () -> others.size() + " of " + all + ": " + others);
    }

    @Test
    @Order(3)
    void anArchiveThatFitsNoLongerIsPassedOverWithoutAWord() {
        there("touch /usr/lib/seckey/lib/cli-*.jar; seckey --virtual list && seckey --virtual list --json")
                .ended(0)
                .saidNothing()
                .printed("SIMULATED virtual:level2");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void itLeavesNothingBehind() throws IOException {
        dpkg("--purge seckey").ended(0);

        assertEquals(before, files());
    }
}
