package dev.seckey.cli.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Few build machines have Windows: its scripts are held against what cmd is known to stumble over. */
class WindowsLaunchersTest {
    private static final String LAUNCHER = "launchers/seckey.cmd";
    private static final String ADD_JAVA = "dist/add-java.cmd";

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern VARIABLE = Pattern.compile("%[A-Za-z_]+%|%\\*");
    private static final Pattern JAVA_OPTION = Pattern.compile("(?<= )-X\\S+");

    private static String read(String file) throws IOException {
        return Files.readString(Path.of("src/main").resolve(file));
    }

    private static List<String> commands(String file) throws IOException {
        return read(file).lines().filter(line -> !line.startsWith("rem ")).toList();
    }

    private static TreeSet<String> all(Pattern wanted, String text) {
        return wanted.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {LAUNCHER, ADD_JAVA})
    void linesEndAsCmdWantsThemAndHoldNothingThatACodePageSpoils(String file) throws IOException {
        assertFalse(Pattern.compile("(?<!\r)\n").matcher(read(file)).find());
        assertTrue(read(file).chars().allMatch(letter -> letter < 0x7f));
    }

    /** Spaces, brackets and ampersands in a path are harmless only between quotes. */
    @ParameterizedTest
    @ValueSource(strings = {LAUNCHER, ADD_JAVA})
    void everyPathIsQuoted(String file) throws IOException {
        Set<String> bare = commands(file).stream()
                .flatMap(line -> all(VARIABLE, QUOTED.matcher(line).replaceAll("")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        bare.removeAll(Set.of("%ERRORLEVEL%", "%SECKEY_JAVA_OPTIONS%", "%*"));

        assertEquals(Set.of(), bare);
    }

    /** The second quote would end the first, and a bracket in the path the list that it stands in. */
    @ParameterizedTest
    @ValueSource(strings = {LAUNCHER, ADD_JAVA})
    void noCommandWhoseAnswerIsReadBeginsWithAQuote(String file) throws IOException {
        assertFalse(read(file).contains("in ('\""));
    }

    /** It would take the exclamation marks out of what the user typed. */
    @Test
    void nothingIsExpandedLateBeforeTheArgumentsArePassedOn() throws IOException {
        String launcher = read(LAUNCHER);
        assertTrue(launcher.indexOf("setlocal EnableExtensions DisableDelayedExpansion") < launcher.indexOf("set \""));
        assertTrue(launcher.indexOf(" %*") < launcher.indexOf("EnableDelayedExpansion"));
    }

    @Test
    void theExitCodeIsJavasOrSeventy() throws IOException {
        List<String> commands = commands(LAUNCHER);
        int java = commands.indexOf("    -Dseckey.natives=\"%lib%\\native\" %SECKEY_JAVA_OPTIONS% -jar \"%jar%\" %*");
        assertEquals("exit /b %ERRORLEVEL%", commands.get(java + 1));
        assertEquals("exit /b 70", commands.get(commands.size() - 1));
    }

    /** But for what goes with the archive of classes, which is made on Linux alone. */
    @Test
    void javaIsStartedWithTheOptionsOfTheOtherLauncher() throws IOException {
        String shell = read("launchers/seckey");
        Set<String> options = all(JAVA_OPTION, read(LAUNCHER));

        assertTrue(options.containsAll(Stream.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xlog:disable")
                .toList()));
        assertTrue(all(JAVA_OPTION, shell).containsAll(options), () -> options + " are not those of bin/seckey");
    }
}
