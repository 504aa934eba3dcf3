package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The shell launcher: what is not Java's answer is 70. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final String TOO_OLD = "seckey: Java is too old: ";

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    /** No Java on the path, but the tools of a small system. */
    @BeforeEach
    void aPathWithoutJava() throws IOException {
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("sh", "readlink", "grep", "head", "sed")) {
            script(tools.resolve(tool), "exec " + onThePath(tool) + " \"$@\"");
        }
        environment.put("PATH", tools.toString());
        environment.put("JAVA_HOME", "");
    }

    private static Path script(Path file, String text) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path onThePath(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(place -> Path.of(place, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow();
    }

    private Outcome version(Path launcher) {
        try (Running running = Running.start(List.of(launcher.toString(), "--json", "--version"), environment)) {
            return running.end();
        }
    }

    private Outcome version() {
        return version(Seckey.image().resolve("bin/seckey"));
    }

    /** A folder with a bin/java in it, which is this shell script. */
    private Path fakeJava(String text) throws IOException {
        Path home = folder.resolve("fake jdk");
        script(Files.createDirectories(home.resolve("bin")).resolve("java"), text);
        return home;
    }

    private static void release(Path home, String version) throws IOException {
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Debian\"\nJAVA_VERSION=\"" + version + "\"\n");
    }

    private void useThisJava() {
        environment.put("JAVA_HOME", System.getProperty("java.home"));
    }

    @Test
    void aMissingJavaIsNoAnswer() {
        version().ended(70).printedNothing().said("seckey: Java is missing\n").said("hint: install Java 17 or newer");
    }

    @Test
    void aJavaHomeWithoutJavaIsNoAnswer() {
        environment.put("JAVA_HOME", folder.toString());

        version().ended(70).printedNothing().said("seckey: JAVA_HOME is " + folder + ", and there is no Java in it");
    }

    @Test
    void aJavaTooOldIsKnownByItsReleaseFileAndNotStarted() throws IOException {
        Path home = fakeJava("echo started >&2; exit 1");
        release(home, "11.0.2");
        environment.put("JAVA_HOME", home.toString());

        Outcome refused = version().ended(70).printedNothing().said(TOO_OLD).said("has version 11.0.2");
        assertFalse(refused.err().contains("started"), refused::toString);
    }

    @Test
    void aJavaTooOldWithoutAReleaseFileIsAsked() throws IOException {
        Path home = fakeJava("""
                case $* in
                *-version*) echo 'java version "1.8.0_402"' >&2 ;;
                *) echo 'Exception in thread "main" java.lang.UnsupportedClassVersionError' >&2; exit 1 ;;
                esac
                """);
        environment.put("PATH", home.resolve("bin") + ":" + environment.get("PATH"));

        version().ended(70).printedNothing().said(TOO_OLD).said("has version 1.8.0_402");
    }

    @Test
    void aJavaThatDoesNotStartIsNoAnswer() throws IOException {
        Path home = fakeJava("echo 'Error: could not find libjvm.so' >&2; exit 1");
        environment.put("JAVA_HOME", home.toString());

        version().ended(70).printedNothing().said("seckey: Java does not start: Error: could not find libjvm.so");
    }

    @Test
    void optionsThatJavaRefusesAreNoAnswer() {
        useThisJava();
        environment.put("SECKEY_JAVA_OPTIONS", "-Xnonsense");

        version()
                .ended(70)
                .printedNothing()
                .said("seckey: Java does not start: Unrecognized option: -Xnonsense")
                .said("hint: mend what SECKEY_JAVA_OPTIONS");
    }

    @Test
    void anImageThatIsNotCompleteIsNoAnswer() throws IOException {
        useThisJava();
        Path bin = Files.createDirectories(folder.resolve("torn/bin"));
        Path launcher = Files.copy(Seckey.image().resolve("bin/seckey"), bin.resolve("seckey"));

        version(launcher).ended(70).printedNothing().said("is not complete\nhint: install seckey again");
    }

    @Test
    void theJavaOnThePathIsFoundBehindItsLinksAndStartedOnce() throws IOException {
        Path home = fakeJava("echo once >&2; exec '" + System.getProperty("java.home") + "/bin/java' \"$@\"");
        release(home, "17.0.1");
        Path bin = Files.createDirectory(folder.resolve("alternatives"));
        Files.createSymbolicLink(bin.resolve("java"), Path.of("../fake jdk/bin/java"));
        environment.put("PATH", bin + ":" + environment.get("PATH"));

        assertEquals("once\n", version().ended(0).printed("seckey ").err());
    }

    @Test
    void aFolderWithSpacesAndAChainOfLinksDoNotMatter() throws IOException {
        useThisJava();
        Path spaced = folder.resolve("Program Files");
        copy(Seckey.image(), spaced);
        Path absolute = Files.createSymbolicLink(folder.resolve("absolute"), spaced.resolve("bin/seckey"));
        Path relative = Files.createSymbolicLink(folder.resolve("relative"), absolute.getFileName());

        version(spaced.resolve("bin/seckey")).ended(0).saidNothing().printed("seckey ");
        version(relative).ended(0).saidNothing().printed("seckey ");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
