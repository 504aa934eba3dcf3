package dev.seckey.cli.diagnose.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.seckey.cli.ExitCode;
import dev.seckey.cli.bench.Bench;
import dev.seckey.cli.bench.BenchMachine;
import dev.seckey.cli.bench.Ran;
import dev.seckey.ctap2.soft.SimulatedProfiles;
import dev.seckey.transports.Os;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole command on the bench, with one key each time. */
class KeyFindingsTest {
    private static final Pattern ID = Pattern.compile("\\b(?:KEY|NFC|USB)-\\d{3}\\b");

    @TempDir
    private Path home;

    private Ran usb(String behaviour) {
        Bench bench = new Bench(home);
        bench.keys().plug("/dev/hidraw0", "Bench Key", Optional.empty(), behaviour);
        return bench.run("diagnose");
    }

    private Ran nfc(String behaviour) {
        Bench bench = new Bench(home);
        bench.keys().lay("A Reader", behaviour);
        return bench.run("diagnose");
    }

    private static Set<String> ids(Ran ran) {
        return ID.matcher(ran.out())
                .results()
                .map(MatchResult::group)
                .filter(id -> !id.startsWith("USB"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param found what must be among the findings; with ! what must not */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            level2                                              | 0 | KEY-001 KEY-012 KEY-023 KEY-025 !KEY-013
            pin-set                                             | 0 | KEY-001 KEY-013 !KEY-012
            blocked                                             | 1 | KEY-015 !KEY-013
            force-change                                        | 1 | KEY-017 !KEY-013
            u2f-only                                            | 1 | KEY-008 KEY-025 !KEY-001
            non-canonical                                       | 0 | KEY-006
            counterfeit                                         | 0 | KEY-024 !KEY-023
            pin-set, answers clientPIN with 00A2030504F5        | 1 | KEY-016 !KEY-013
            pin-set, answers clientPIN with 00A10302            | 0 | KEY-014 !KEY-013
            bio, answers clientPIN with 00A203080500            | 0 | KEY-013 KEY-018
            bio, answers clientPIN with 00A203080501            | 0 | KEY-013 KEY-032
            level2, silent                                      | 1 | KEY-003 !KEY-001
            level2, answers getInfo with 00A101                 | 1 | KEY-004
            level2, answers getInfo with 0081FF                 | 1 | KEY-004
            level2, answers getInfo with 00A0                   | 1 | KEY-004
            level2, answers getInfo with 66                     | 1 | KEY-005
            level2, answers getInfo with nothing                | 1 | KEY-011
            level2, answers getInfo with 00A203505EC7E70051D04A7E8D000000000000020181684649444F5F325F30 | 0 | KEY-006
            level2, answers getInfo with 00A30181684649444F5F325F3003505EC7E70051D04A7E8D000000000000020D03 | 0 | KEY-007
            level2, answers getInfo with 00A30181684649444F5F325F3003505EC7E70051D04A7E8D000000000000021400 | 0 | KEY-019
            level2, answers getInfo with 00A30181684649444F5F325F3003505EC7E70051D04A7E8D000000000000021402 | 0 | KEY-020
            """)
    void eachTroubleOfAKeyHasItsFinding(String behaviour, int code, String found) {
        assertFindings(usb(behaviour), code, found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            level2                                              | 0 | KEY-001 KEY-012 KEY-025 NFC-001 NFC-011
            u2f-only                                            | 1 | KEY-008
            blocked                                             | 1 | KEY-015
            level2, answers getInfo with 00A101                 | 1 | KEY-004
            level2, answers getInfo with 66                     | 1 | KEY-005
            """)
    void onAReaderTheSame(String behaviour, int code, String found) {
        assertFindings(nfc(behaviour), code, found);
    }

    private static void assertFindings(Ran ran, int code, String expected) {
        Set<String> ids = ids(ran);
        for (String id : expected.split(" ")) {
            boolean wanted = !id.startsWith("!");
            assertEquals(wanted, ids.contains(id.replace("!", "")), id + " in " + ran.out());
        }
        assertEquals(code, ran.code().number(), ran::out);
        assertEquals("", ran.err());
        assertTrue(ran.out().lines().reduce((a, b) -> b).orElse("").startsWith("Tell support: "), ran::out);
    }

    static Set<String> profiles() {
        return SimulatedProfiles.names();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void everySimulatedKeyIsDiagnosedOnBothWaysAndSaysSimulated(String profile) {
        for (String way : new String[] {"", "+nfc"}) {
            Ran ran = new Bench(home).run("diagnose", "--key", "virtual:" + profile + way);
            assertTrue(Set.of(ExitCode.DONE, ExitCode.NO).contains(ran.code()), ran::everything);
            assertTrue(ran.out().lines().allMatch(line -> line.startsWith("SIMULATED")), ran::out);
            Set<String> broken = Set.of("KEY-003", "KEY-004", "KEY-005", "KEY-011", "KEY-028", "KEY-029");
            assertTrue(ids(ran).stream().noneMatch(broken::contains), ran::out);
            assertTrue(!ran.out().contains("RUN-"), ran::out);
        }
    }

    @Test
    void noKeyStopsWork() {
        Ran ran = new Bench(home).run("diagnose");
        assertEquals(ExitCode.NO, ran.code());
        assertTrue(ran.out().endsWith("Tell support: KEY-002\n"), ran::out);
    }

    @Test
    void aKeyThatWindowsOrMacWithholdsIsToldInTheirWords() {
        assertTrue(forbidden(Os.WINDOWS).contains("USB-017"));
        assertTrue(forbidden(Os.MAC).contains("USB-018"));
        assertTrue(forbidden(Os.LINUX).contains("USB-007"));
    }

    private String forbidden(Os os) {
        Bench bench = new Bench(home)
                .on(new BenchMachine(Path.of("/nowhere")).with(os).machine());
        bench.keys().plugForbidden("/dev/hidraw0", "Bench Key");
        Ran ran = bench.run("diagnose");
        assertEquals(ExitCode.NO, ran.code());
        return ran.out();
    }

    @Test
    void withAKeyNamedOnlyThatOneIsAsked() {
        Bench bench = new Bench(home);
        bench.keys().plug("/dev/hidraw0", "Bench Key", Optional.empty(), "level2");
        bench.keys().plug("/dev/hidraw1", "Bench Key", Optional.of("0042"), "blocked");
        assertEquals(
                ExitCode.DONE,
                bench.run("diagnose", "--key", "usb:/dev/hidraw0").code());
        assertEquals(ExitCode.NO, bench.run("diagnose", "--key", "serial:0042").code());
        assertEquals(ExitCode.NO, bench.run("diagnose", "--key", "serial:9999").code());
        assertEquals(ExitCode.NO, bench.run("diagnose").code());
    }
}
